package tandem.app.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.stereotype.Component;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

/**
 * Linear's OAuth endpoints. Only a definite refusal of a grant is {@code AccessGone}; a token
 * endpoint that is down or slow never is.
 *
 * @see <a href="https://linear.app/developers/oauth-2-0-authentication">OAuth 2.0
 *     authentication</a>
 */
@Component
class LinearOAuth {
  private static final long LONGEST_ANSWER_BYTES = 64 * 1024;
  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(1);
  private static final Duration DEFAULT_LIFE = Duration.ofHours(1);

  private final LinearApplication application;
  private final OkHttpClient http;
  private final ObjectMapper json;
  private final InstantSource clock;

  LinearOAuth(
      LinearApplication application, OkHttpClient http, ObjectMapper json, InstantSource clock) {
    this.application = application;
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  boolean isSetUp() {
    return application.isSetUp();
  }

  /**
   * Where the admin's browser goes to consent. We act as the application, not as that person, so
   * that what Tandem writes does not look like their work.
   */
  URI authorizeUrl(String state, String challenge) {
    return address(application.endpoints().authorize())
        .addQueryParameter("client_id", application.clientId())
        .addQueryParameter("redirect_uri", application.redirect().toString())
        .addQueryParameter("response_type", "code")
        .addQueryParameter("scope", "read,write")
        .addQueryParameter("actor", "app")
        .addQueryParameter("prompt", "consent")
        .addQueryParameter("state", state)
        .addQueryParameter("code_challenge", challenge)
        .addQueryParameter("code_challenge_method", "S256")
        .build()
        .uri();
  }

  /** Turns the code of a callback into a grant; a code works once. */
  Outcome<LinearGrant> exchange(String code, String verifier) {
    return grant(
        client("authorization_code")
            .add("code", code)
            .add("redirect_uri", application.redirect().toString())
            .add("code_verifier", verifier));
  }

  /** A new grant for a refresh token, which is spent by that. */
  Outcome<LinearGrant> refresh(String refreshToken) {
    return grant(client("refresh_token").add("refresh_token", refreshToken));
  }

  /** Gives a token back. Best effort: false where Linear did not confirm it. */
  boolean revoke(String accessToken) {
    Request request =
        new Request.Builder()
            .url(address(application.endpoints().token().resolve("revoke")).build())
            .header("Authorization", "Bearer " + accessToken)
            .post(new FormBody.Builder().add("token", accessToken).build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.isSuccessful();
    } catch (IOException e) {
      return false;
    }
  }

  private FormBody.Builder client(String grantType) {
    return new FormBody.Builder()
        .add("grant_type", grantType)
        .add("client_id", application.clientId())
        .add("client_secret", application.clientSecret());
  }

  private Outcome<LinearGrant> grant(FormBody.Builder form) {
    Request request =
        new Request.Builder()
            .url(address(application.endpoints().token()).build())
            .header("Accept", "application/json")
            .post(form.build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.isSuccessful() ? parsed(response) : failed(refusal(response));
    } catch (IOException e) {
      return failed(new RemoteFailure.TrackerDown("Linear's token endpoint does not answer."));
    }
  }

  private Outcome<LinearGrant> parsed(Response response) throws IOException {
    JsonNode body = json.readTree(response.peekBody(LONGEST_ANSWER_BYTES).bytes());
    String access = body.path("access_token").asText("");
    String refresh = body.path("refresh_token").asText("");
    if (access.isEmpty() || refresh.isEmpty()) {
      return failed(new RemoteFailure.Rejected("Linear answered without the tokens we need."));
    }
    long life = body.path("expires_in").asLong(DEFAULT_LIFE.toSeconds());
    return new Outcome.Done<>(
        new LinearGrant(access, refresh, clock.instant().plusSeconds(Math.max(1, life))));
  }

  private RemoteFailure refusal(Response response) {
    int status = response.code();
    if (status == 429) {
      return new RemoteFailure.RateLimited(
          RateScope.TENANT, retryAfter(response), "Linear limits token requests.");
    }
    if (status >= 500) {
      return new RemoteFailure.TrackerDown("Linear's token endpoint answers " + status + ".");
    }
    if (status == 401) {
      return new RemoteFailure.AccessGone(
          "Linear does not accept this server's client id and secret: the operator has to correct"
              + " them.");
    }
    return new RemoteFailure.AccessGone(
        "Linear has ended Tandem's access to the workspace: a Jira admin has to connect it again.");
  }

  private Instant retryAfter(Response response) {
    String header = response.header("Retry-After", "");
    Duration wait =
        header != null && header.matches("\\d{1,5}")
            ? Duration.ofSeconds(Long.parseLong(header))
            : DEFAULT_LIMIT;
    return clock.instant().plus(wait);
  }

  private static HttpUrl.Builder address(URI endpoint) {
    HttpUrl url = HttpUrl.get(endpoint);
    if (url == null) {
      throw new IllegalArgumentException("not a web address: " + endpoint);
    }
    return url.newBuilder();
  }

  private static Outcome<LinearGrant> failed(RemoteFailure why) {
    return new Outcome.Failed<>(why);
  }
}
