package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;

/**
 * What reading costs beyond a request's one point: 1 for each issue or project read, 2 for each
 * user (documented). A search and {@code bulkfetch} cost 1 for each issue (*assumed*); writes cost
 * nothing more.
 */
final class Points {
  private Points() {}

  static int read(Call call, Reply reply) {
    if (reply.status() != 200 || reply.body().length == 0) {
      return 0;
    }
    return switch (call.operation()) {
      case "GET /rest/api/3/issue/{issueIdOrKey}", "GET /rest/api/3/project/{projectIdOrKey}" -> 1;
      case "GET /rest/api/3/myself", "GET /rest/api/3/user" -> 2;
      case "GET /rest/api/3/search/jql",
          "POST /rest/api/3/search/jql",
          "POST /rest/api/3/issue/bulkfetch" ->
          body(reply).path("issues").size();
      case "GET /rest/api/3/project/search" -> body(reply).path("values").size();
      case "GET /rest/api/3/user/bulk" -> 2 * body(reply).path("values").size();
      case "GET /rest/api/3/user/search", "GET /rest/api/3/user/assignable/search" ->
          2 * body(reply).size();
      default -> 0;
    };
  }

  private static JsonNode body(Reply reply) {
    return Json.parse(reply.body());
  }
}
