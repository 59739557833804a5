package tandem.app.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.JiraCredentials;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * What the app asks a Jira site itself: who is an admin, which project a key names. Reads only.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">REST API v3</a>
 */
@Component
public class JiraSite {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long LONGEST_ANSWER_BYTES = 256 * 1024;

  private final JiraCredentials credentials;
  private final OkHttpClient http;
  private final ObjectMapper json;

  JiraSite(JiraCredentials credentials, OkHttpClient http, ObjectMapper json) {
    this.credentials = credentials;
    this.http = http;
    this.json = json;
  }

  /** Whether a person has the global permission "Administer Jira". One remote call. */
  public Outcome<Boolean> isAdmin(Installation installation, String accountId) {
    var question = Map.of("accountId", accountId, "globalPermissions", List.of("ADMINISTER"));
    Outcome<Optional<JsonNode>> answer =
        ask(
            installation,
            "POST",
            "/rest/api/3/permissions/check",
            RequestBody.create(json.valueToTree(question).toString(), JSON));
    return switch (answer) {
      case Outcome.Done<Optional<JsonNode>>(Optional<JsonNode> body) ->
          new Outcome.Done<>(body.map(JiraSite::namesAdminister).orElse(false));
      case Outcome.Failed<Optional<JsonNode>>(RemoteFailure why) -> new Outcome.Failed<>(why);
    };
  }

  private static boolean namesAdminister(JsonNode answer) {
    for (JsonNode permission : answer.path("globalPermissions")) {
      if ("ADMINISTER".equals(permission.asText())) {
        return true;
      }
    }
    return false;
  }

  /** The project of that key, empty where there is none that the app may see. One remote call. */
  public Outcome<Optional<Mapping.Project>> project(Installation installation, String key) {
    String path = "/rest/api/3/project/" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    return switch (ask(installation, "GET", path, null)) {
      case Outcome.Done<Optional<JsonNode>>(Optional<JsonNode> body) ->
          new Outcome.Done<>(
              body.map(it -> new Mapping.Project(it.path("id").asText(), it.path("key").asText())));
      case Outcome.Failed<Optional<JsonNode>>(RemoteFailure why) -> new Outcome.Failed<>(why);
    };
  }

  private Outcome<Optional<JsonNode>> ask(
      Installation installation, String method, String path, @Nullable RequestBody body) {
    URI address = URI.create(installation.site() + path);
    return switch (credentials.of(installation.id()).header(method, address)) {
      case Outcome.Done<String>(String header) ->
          send(
              new Request.Builder()
                  .url(address.toString())
                  .header("Authorization", header)
                  .header("Accept", "application/json")
                  .method(method, body)
                  .build());
      case Outcome.Failed<String>(RemoteFailure why) -> new Outcome.Failed<>(why);
    };
  }

  private Outcome<Optional<JsonNode>> send(Request request) {
    try (Response response = http.newCall(request).execute()) {
      int status = response.code();
      if (response.isSuccessful()) {
        byte[] body = response.peekBody(LONGEST_ANSWER_BYTES).bytes();
        return new Outcome.Done<>(Optional.of(json.readTree(body)));
      }
      return status == 404 ? new Outcome.Done<>(Optional.empty()) : failed(status);
    } catch (IOException e) {
      return new Outcome.Failed<>(new RemoteFailure.TrackerDown("Jira does not answer."));
    }
  }

  private static Outcome<Optional<JsonNode>> failed(int status) {
    return new Outcome.Failed<>(
        status == 401 || status == 403
            ? new RemoteFailure.AccessGone("Jira refuses Tandem's access (" + status + ").")
            : new RemoteFailure.TrackerDown("Jira answers " + status + "."));
  }
}
