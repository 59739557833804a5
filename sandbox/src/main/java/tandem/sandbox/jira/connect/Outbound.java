package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tandem.sandbox.http.Json;

/** The site's own calls to an app. No redirects; 5 s to connect, 10 s to answer. */
final class Outbound implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  JsonNode json(URI from) {
    var request = HttpRequest.newBuilder(from).timeout(PATIENCE).GET().build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new InstallFailed(from + " answered " + answer.statusCode() + " instead of 200.");
      }
      return Json.parse(answer.body());
    } catch (IOException | UncheckedIOException e) {
      throw new InstallFailed(from + " gave no JSON: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallFailed("interrupted", e);
    }
  }

  /** The status that the app answered. */
  int post(URI to, String authorization, JsonNode body) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new InstallFailed(to + " did not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallFailed("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
