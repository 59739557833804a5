package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tandem.sandbox.http.Parcel;
import tandem.sandbox.http.Query;

/**
 * A webhook to a Connect app: JWT with the {@code qsh} of the target, the {@code
 * X-Atlassian-Webhook-*} headers ([doc]). Repeated on 408, 409, 425, 429, 5xx and no answer
 * ([doc]); 20 s to answer ([2nd]).
 */
final class WebhookParcel implements Parcel {
  private static final Set<Integer> RETRIED = Set.of(NO_ANSWER, 408, 409, 425, 429);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final Letter letter;
  private final byte[] body;
  private final SharedSecretTokens tokens;

  WebhookParcel(Letter letter, byte[] body, SharedSecretTokens tokens) {
    this.letter = letter;
    this.body = body.clone();
    this.tokens = tokens;
  }

  @Override
  public HttpRequest attempt(int number) {
    var request =
        HttpRequest.newBuilder(letter.to())
            .timeout(PATIENCE)
            .header("Authorization", "JWT " + token())
            .header("Content-Type", "application/json")
            .header("X-Atlassian-Webhook-Identifier", letter.identifier())
            .header("X-Atlassian-Webhook-Flow", "Primary")
            .POST(BodyPublishers.ofByteArray(body));
    if (number > 0) {
      request.header("X-Atlassian-Webhook-Retry", String.valueOf(number));
    }
    if (!letter.trace().isEmpty()) {
      request.header("X-Atlassian-Webhook-Trace", letter.trace());
    }
    return request.build();
  }

  @Override
  public String body() {
    return new String(body, UTF_8);
  }

  @Override
  public boolean asksForRetry(int status) {
    return RETRIED.contains(status) || status >= 500;
  }

  @Override
  public void settled(int lastStatus) {
    if (lastStatus < 200 || lastStatus > 299) {
      System.err.println(
          "sandbox: " + letter.app().key() + " did not take a webhook, last answer " + lastStatus);
    }
  }

  /** The hash is of the path below the app's base URL. */
  private String token() {
    var base = letter.app().baseUrl().getRawPath();
    var path = letter.to().getRawPath().substring(base == null ? 0 : base.length());
    var hash = QueryHash.of("POST", path, Query.parse(letter.to().getRawQuery()));
    return tokens.sign(letter.app(), Map.of("qsh", hash));
  }
}
