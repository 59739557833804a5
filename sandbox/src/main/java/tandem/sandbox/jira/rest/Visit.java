package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import tandem.sandbox.http.Call;
import tandem.sandbox.jira.connect.Caller;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.view.Wanted;

/** A call whose caller is known. */
record Visit(Call call, Caller caller) {
  private static final String TRACE = "X-Atlassian-Webhook-Trace";

  Person person() {
    return caller.person();
  }

  boolean isApp() {
    return caller instanceof Caller.App;
  }

  /**
   * With the trace that a webhook about this write will echo (Connect apps, ≤ 1,024 characters).
   */
  Cause cause() {
    var trace = caller instanceof Caller.App ? call.header(TRACE).orElse("") : "";
    return new Cause(person(), trace.length() > 1024 ? "" : trace);
  }

  /** Refuses viewers. The status and the text are *assumed*. */
  Visit writing() {
    if (!person().canEdit()) {
      throw Errors.refusal(403, "You do not have permission to edit issues in this project.");
    }
    return this;
  }

  String name(String segment) {
    return call.name(segment);
  }

  /** The body, which must be a JSON object. */
  JsonNode object() {
    var body = call.json();
    if (!body.isObject()) {
      throw Errors.refusal(400, "Invalid request payload. Refer to the REST API documentation.");
    }
    return body;
  }

  int number(String parameter, int otherwise) {
    Optional<String> given = call.query(parameter);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.get().matches("\\d{1,9}")) {
      throw Errors.refusal(400, "The parameter '" + parameter + "' is not a number.");
    }
    return Integer.parseInt(given.get());
  }

  boolean flag(String parameter) {
    return call.query(parameter).filter("true"::equals).isPresent();
  }

  /** A parameter that may be repeated and may hold several values separated by commas. */
  List<String> list(String parameter) {
    return Wanted.split(call.queries(parameter));
  }
}
