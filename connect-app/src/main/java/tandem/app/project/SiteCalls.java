package tandem.app.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.JiraCredentials;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

/**
 * Sends one call to a tenant's Jira and says what its answer means. Repeats nothing, follows no
 * redirect, reads no more of an answer than the call allows.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">REST API v3</a>
 */
@Component
class SiteCalls {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);
  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private final JiraCredentials credentials;
  private final OkHttpClient http;
  private final ObjectMapper json;
  private final InstantSource clock;

  SiteCalls(
      JiraCredentials credentials, OkHttpClient http, ObjectMapper json, InstantSource clock) {
    this.credentials = credentials;
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A call below {@code /rest/api/3/}.
   *
   * @param body absent for none
   * @param longestBytes what is read of the answer at most
   * @param writes whether Jira is changed by it, so that no answer leaves it open what happened
   */
  record Call(
      String method, String path, Optional<JsonNode> body, int longestBytes, boolean writes) {
    private static final int SMALL = 256 * 1024;

    static Call get(String path) {
      return new Call("GET", path, Optional.empty(), SMALL, false);
    }

    /** A question that is too long for an address. */
    static Call ask(String path, JsonNode question) {
      return new Call("POST", path, Optional.of(question), SMALL, false);
    }

    static Call put(String path, JsonNode value) {
      return new Call("PUT", path, Optional.of(value), SMALL, true);
    }

    static Call delete(String path) {
      return new Call("DELETE", path, Optional.empty(), SMALL, true);
    }

    Call readingUpTo(int bytes) {
      return new Call(method, path, body, bytes, writes);
    }
  }

  /**
   * Empty where there is no such thing, or none that the app may see.
   *
   * @return {@code Rejected} also where the answer is longer than the call allows
   */
  Outcome<Optional<JsonNode>> send(Installation installation, Call call) {
    URI address = URI.create(installation.site() + "/rest/api/3/" + call.path());
    return credentials
        .of(installation.id())
        .header(call.method(), address)
        .then(header -> send(request(call, address, header), call));
  }

  private static Request request(Call call, URI address, String header) {
    Request.Builder request =
        new Request.Builder()
            .url(address.toString())
            .header("Authorization", header)
            .header("Accept", "application/json")
            .method(call.method(), body(call));
    // An import writes many in a row and tells of them once: derived one by one they would use up
    // what Jira takes for an issue.
    if (call.writes() && call.path().contains("/properties/tandem.decision.")) {
      request.header("X-Atlassian-Webhook-Trace", PropertyNews.TOLD_BY_WRITER);
    }
    return request.build();
  }

  private static @Nullable RequestBody body(Call call) {
    return call.body().map(it -> RequestBody.create(it.toString(), JSON)).orElse(null);
  }

  private Outcome<Optional<JsonNode>> send(Request request, Call call) {
    try (Response response = http.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return read(response, call);
      }
      return response.code() == 404
          ? new Outcome.Done<>(Optional.empty())
          : new Outcome.Failed<>(refusal(response, call));
    } catch (IOException e) {
      return new Outcome.Failed<>(
          call.writes()
              ? new RemoteFailure.Unknown("Jira did not answer; the change may have been made.")
              : new RemoteFailure.TrackerDown("Jira does not answer."));
    }
  }

  private Outcome<Optional<JsonNode>> read(Response response, Call call) throws IOException {
    byte[] bytes = response.body().byteStream().readNBytes(call.longestBytes() + 1);
    if (bytes.length > call.longestBytes()) {
      return new Outcome.Failed<>(
          new RemoteFailure.Rejected("Jira answered with more than is read at once."));
    }
    if (call.writes()) {
      return new Outcome.Done<>(Optional.of(json.missingNode()));
    }
    try {
      return new Outcome.Done<>(Optional.of(json.readTree(bytes)));
    } catch (JsonProcessingException notJson) {
      return new Outcome.Failed<>(
          new RemoteFailure.TrackerDown("Jira answered something that is not JSON."));
    }
  }

  private RemoteFailure refusal(Response response, Call call) {
    int status = response.code();
    if (status == 429) {
      return limited(response);
    }
    if (status == 401 || status == 403) {
      return new RemoteFailure.AccessGone("Jira refuses Tandem's access (" + status + ").");
    }
    if (status < 500) {
      return new RemoteFailure.Rejected("Jira refuses the call (" + status + ").");
    }
    return call.writes()
        ? new RemoteFailure.Unknown("Jira answers " + status + "; the change may have been made.")
        : new RemoteFailure.TrackerDown("Jira answers " + status + ".");
  }

  private RemoteFailure limited(Response response) {
    String reason = Optional.ofNullable(response.header("RateLimit-Reason")).orElse("");
    Duration wait =
        Optional.ofNullable(response.header("Retry-After"))
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .filter(asked -> asked.compareTo(LONGEST_WAIT) < 0)
            .orElse(USUAL_WAIT);
    return new RemoteFailure.RateLimited(
        reason.equals("jira-per-issue-on-write") ? RateScope.ISSUE : RateScope.TENANT,
        clock.instant().plus(wait),
        "Jira asks Tandem to wait " + wait.toSeconds() + " seconds.");
  }
}
