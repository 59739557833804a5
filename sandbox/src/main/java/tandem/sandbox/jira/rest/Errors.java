package tandem.sandbox.jira.rest;

import java.util.List;
import java.util.Map;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;

/** Jira's error shape: {@code {"errorMessages": […], "errors": {field: text}}}. */
final class Errors {
  private Errors() {}

  static Reply reply(int status, String message) {
    return Reply.json(status, Map.of("errorMessages", List.of(message), "errors", Map.of()));
  }

  static Refusal refusal(int status, String message) {
    return new Refusal(reply(status, message));
  }

  static Refusal fields(Map<String, String> errors) {
    return new Refusal(Reply.json(400, Map.of("errorMessages", List.of(), "errors", errors)));
  }

  static Refusal noIssue() {
    return refusal(404, "Issue does not exist or you do not have permission to see it.");
  }
}
