package tandem.sandbox.jira.rest;

import java.util.Set;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.connect.Caller;
import tandem.sandbox.jira.connect.Callers;
import tandem.sandbox.jira.desk.GoneException;
import tandem.sandbox.jira.limit.Meter;
import tandem.sandbox.jira.state.SiteStore;

/**
 * What every call of the REST API passes: who is it (401), may this kind of caller come here at all
 * (403), is it too much (429), is the body JSON (415). Then the operation answers.
 */
final class Gate {
  private static final Set<String> WRITES = Set.of("PUT", "POST", "DELETE");
  private static final String ONE_ISSUE = "/rest/api/3/issue/{issueIdOrKey}";
  private final Callers callers;
  private final Operations operations;
  private final Meter meter;
  private final SiteStore store;

  Gate(Callers callers, Operations operations, Meter meter, SiteStore store) {
    this.callers = callers;
    this.operations = operations;
    this.meter = meter;
    this.store = store;
  }

  Reply pass(Call call, RestRoutes.Operation operation) {
    var caller = callers.of(call).orElseThrow(Gate::nobody);
    if (!(caller instanceof Caller.App app)) {
      return answer(new Visit(call, caller), operation);
    }
    admit(app, call);
    var exceeded = meter.enter(request(app, call));
    if (exceeded.isPresent()) {
      return exceeded.get().reply();
    }
    var reply = answer(new Visit(call, app), operation);
    meter.charge(Points.read(call, reply));
    return metered(reply);
  }

  private static Refusal nobody() {
    return Errors.refusal(
        401, "You are not authenticated. Authentication required to perform this operation.");
  }

  private void admit(Caller.App app, Call call) {
    var listed = operations.find(call.operation());
    if (listed.isEmpty()) {
      return;
    }
    if (listed.get().closedToConnect()) {
      throw Errors.refusal(
          403, "The operation " + listed.get().id() + " is not accessible to Connect apps.");
    }
    if (!Scopes.allow(app.app(), listed.get().scope())) {
      throw Errors.refusal(
          403,
          "The app's descriptor lacks the scope "
              + listed.get().scope()
              + " for "
              + listed.get().id()
              + ".");
    }
  }

  private Meter.Request request(Caller.App app, Call call) {
    var path = call.operation().substring(call.operation().indexOf(' ') + 1);
    boolean writes = WRITES.contains(call.method()) && path.startsWith(ONE_ISSUE);
    var named = writes ? call.name("issueIdOrKey") : "";
    var issue = store.issue(named).map(i -> i.id()).orElse(named);
    return new Meter.Request(app.app().key(), call.method(), call.operation(), issue);
  }

  private static Reply answer(Visit visit, RestRoutes.Operation operation) {
    var call = visit.call();
    var type = call.header("Content-Type").orElse("");
    boolean sends = call.body().length > 0 && !call.method().equals("GET");
    if (sends && !type.startsWith("application/json")) {
      return Errors.reply(415, "The content type must be application/json.");
    }
    try {
      return operation.on(visit);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (GoneException gone) {
      return Errors.noIssue().reply();
    }
  }

  private Reply metered(Reply reply) {
    int remaining = meter.remaining();
    return reply
        .with("X-RateLimit-Limit", String.valueOf(meter.limit()))
        .with("X-RateLimit-Remaining", String.valueOf(remaining))
        .with("X-RateLimit-NearLimit", String.valueOf(remaining * 5 < meter.limit()));
  }
}
