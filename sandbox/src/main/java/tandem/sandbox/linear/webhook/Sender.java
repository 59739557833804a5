package tandem.sandbox.linear.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import tandem.sandbox.http.Json;
import tandem.sandbox.linear.state.Row;

/** Puts one event on the wire, signed. */
final class Sender implements AutoCloseable {
  /** How an attempt went: the status, or 0 and what prevented an answer. */
  record Result(int status, String error) {
    boolean accepted() {
      return status == 200;
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final InstantSource clock;
  private final Duration patience;

  Sender(InstantSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** Never completes exceptionally. */
  CompletableFuture<Result> send(Row webhook, Event event) {
    long now = clock.millis();
    byte[] body = Json.bytes(event.sentAt(now));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook.required("url")))
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Linear-Webhook")
            .header("Linear-Delivery", event.id())
            .header("Linear-Event", event.type())
            .header("Linear-Timestamp", Long.toString(now))
            .header("Linear-Signature", Signing.of(body, webhook.required("secret")))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) ->
            failure == null
                ? new Result(answer.statusCode(), "")
                : new Result(0, String.valueOf(failure.getMessage())));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
