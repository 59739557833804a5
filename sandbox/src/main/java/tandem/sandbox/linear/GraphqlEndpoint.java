package tandem.sandbox.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.linear.access.Allowances;
import tandem.sandbox.linear.access.Caller;
import tandem.sandbox.linear.access.Callers;
import tandem.sandbox.linear.access.Standing;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.graphql.Answer;
import tandem.sandbox.linear.graphql.Asked;
import tandem.sandbox.linear.graphql.GraphqlApi;

/**
 * {@code POST /graphql}. Nobody recognised: 401. Over the hour's limit: 400 with {@code
 * RATELIMITED} (seen by others; the documentation once said 200). Every answer to a known caller
 * carries where it stands.
 */
final class GraphqlEndpoint {
  private final Callers callers;
  private final Allowances allowances;
  private final GraphqlApi api;

  GraphqlEndpoint(Callers callers, Allowances allowances, GraphqlApi api) {
    this.callers = callers;
    this.allowances = allowances;
    this.api = api;
  }

  Reply answer(Call call) {
    Caller caller;
    try {
      caller = callers.identify(call);
    } catch (LinearError error) {
      int status = error.reason() == LinearError.Reason.NOT_AUTHENTICATED ? 401 : 400;
      return reply(Answer.refused(status, error));
    }
    Answer answer = execute(call, caller);
    Standing standing = allowances.standing(caller, answer.price());
    Reply reply = reply(answer);
    for (Map.Entry<String, String> header : standing.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private Answer execute(Call call, Caller caller) {
    try {
      allowances.request(caller);
      return api.execute(
          Asked.parse(json(call)), caller, points -> allowances.draw(caller, points));
    } catch (LinearError error) {
      return Answer.refused(400, error);
    }
  }

  private static JsonNode json(Call call) {
    String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      throw LinearError.graphql("The Content-Type of a GraphQL request must be application/json.");
    }
    try {
      return Json.MAPPER.readTree(call.body());
    } catch (IOException e) {
      throw LinearError.graphql("The body of the request is not JSON.");
    }
  }

  private static Reply reply(Answer answer) {
    return Reply.json(answer.status(), answer.body());
  }
}
