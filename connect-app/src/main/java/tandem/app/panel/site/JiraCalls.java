package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.springframework.stereotype.Component;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.JiraCredentials;
import tandem.app.panel.document.PropertyText;
import tandem.sync.http.Answer;
import tandem.sync.http.CallLimits;
import tandem.sync.http.Effect;
import tandem.sync.http.JsonBody;
import tandem.sync.http.TrackerHttp;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Calls to a Jira site for somebody who waits for the answer; with a breaker and a bulkhead of its
 * own for each site, so that the engine's calls are in nobody's way. Each is one remote call, a
 * read two at most.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">REST API v3</a>
 */
@Component
class JiraCalls {
  /**
   * What {@code X-Atlassian-Webhook-Trace} carries on our writes. Not the engine's: to the engine
   * they are news, as everybody's are.
   */
  static final String TRACE = PropertyNews.TOLD_BY_WRITER;

  private static final String TRACE_HEADER = "X-Atlassian-Webhook-Trace";
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int CONFLICT = 409;
  private static final Duration SHORT_WAIT = Duration.ofSeconds(5);

  private final JiraCredentials credentials;
  private final TrackerHttp http = new TrackerHttp("Jira", CallLimits.DEFAULT);
  private final InstantSource clock;

  JiraCalls(JiraCredentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /** The address of a thing of the REST API, to add segments and parameters to. */
  static HttpUrl.Builder address(Installation installation, String... segments) {
    HttpUrl.Builder url =
        HttpUrl.get(installation.site().toString()).newBuilder().addPathSegments("rest/api/3");
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url;
  }

  /** Empty where Jira has no such thing, or does not show it to the app. */
  Outcome<Optional<JsonNode>> read(Installation installation, HttpUrl address) {
    return call(installation, new Request.Builder().url(address).get(), Effect.READ);
  }

  /** A question that is too long for an address. */
  Outcome<Optional<JsonNode>> ask(Installation installation, HttpUrl address, JsonNode question) {
    return call(
        installation,
        new Request.Builder().url(address).post(body(question, Effect.READ)),
        Effect.READ);
  }

  /** Empty where the thing that was to be written to is not there. */
  Outcome<Optional<JsonNode>> write(Installation installation, HttpUrl address, JsonNode value) {
    return call(
        installation,
        new Request.Builder()
            .url(address)
            .header(TRACE_HEADER, TRACE)
            .put(body(value, Effect.WRITE)),
        Effect.WRITE);
  }

  /** Empty where it is gone already. */
  Outcome<Optional<JsonNode>> erase(Installation installation, HttpUrl address) {
    JsonBody nothing = new JsonBody(ByteString.EMPTY, Effect.WRITE);
    return call(
        installation,
        new Request.Builder().url(address).header(TRACE_HEADER, TRACE).delete(nothing),
        Effect.WRITE);
  }

  private static JsonBody body(JsonNode value, Effect effect) {
    return new JsonBody(ByteString.encodeUtf8(value.toString()), effect);
  }

  private Outcome<Optional<JsonNode>> call(
      Installation installation, Request.Builder request, Effect effect) {
    Request unsigned = request.header("Accept", "application/json").build();
    return credentials
        .of(installation.id())
        .header(unsigned.method(), unsigned.url().uri())
        .then(header ->
            http.call(
                unsigned.newBuilder().header("Authorization", header).build(),
                effect,
                answer -> meaning(answer, effect)));
  }

  private Outcome<Optional<JsonNode>> meaning(Answer answer, Effect effect) {
    Optional<JsonNode> body = PropertyText.parse(answer.body().toByteArray());
    if (answer.isSuccess() && (body.isPresent() || effect == Effect.WRITE)) {
      return new Outcome.Done<>(Optional.of(body.orElseGet(PropertyText::object)));
    }
    return answer.status() == NOT_FOUND && body.isPresent()
        ? new Outcome.Done<>(Optional.empty())
        : new Outcome.Failed<>(failure(answer, effect));
  }

  private RemoteFailure failure(Answer answer, Effect effect) {
    int status = answer.status();
    return switch (status) {
      case 401 -> new RemoteFailure.AccessGone("Jira does not accept Tandem's signature.");
      case 403 ->
          effect == Effect.READ
              ? new RemoteFailure.AccessGone("Jira does not let Tandem read this.")
              : new RemoteFailure.Rejected("Jira does not let Tandem edit this.");
      case TOO_MANY ->
          new RemoteFailure.RateLimited(
              RemoteFailure.RateScope.TENANT, until(answer), "Jira asks Tandem to wait.");
      default ->
          status >= 400 && status < 500 && status != CONFLICT && status != NOT_FOUND
              ? new RemoteFailure.Rejected("Jira refuses this (" + status + ").")
              : noUsableAnswer(status, effect);
    };
  }

  private static RemoteFailure noUsableAnswer(int status, Effect effect) {
    String what = "Jira answers " + status + ".";
    return switch (effect) {
      case READ -> new RemoteFailure.TrackerDown(what);
      case WRITE -> new RemoteFailure.Unknown(what);
    };
  }

  private Instant until(Answer answer) {
    Duration wait =
        answer
            .header("Retry-After")
            .filter(text -> text.matches("\\d{1,4}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(SHORT_WAIT);
    return clock.instant().plus(wait);
  }
}
