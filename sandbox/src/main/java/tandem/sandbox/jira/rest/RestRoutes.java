package tandem.sandbox.jira.rest;

import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;

/** Registers operations of REST v3 behind the gate. */
final class RestRoutes {
  /** Answers a visit; throws a {@link tandem.sandbox.http.Refusal} for an error. */
  @FunctionalInterface
  interface Operation {
    Reply on(Visit visit);
  }

  private final Routes routes;
  private final Gate gate;

  RestRoutes(Routes routes, Gate gate) {
    this.routes = routes;
    this.gate = gate;
  }

  /** At {@code /rest/api/3/<path>}. */
  RestRoutes add(String method, String path, Operation operation) {
    return at(method, "/rest/api/3/" + path, operation);
  }

  RestRoutes at(String method, String path, Operation operation) {
    routes.api(method, path, call -> gate.pass(call, operation));
    return this;
  }
}
