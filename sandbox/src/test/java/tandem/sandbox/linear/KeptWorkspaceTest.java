package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is kept in a file is the same after the next start. */
class KeptWorkspaceTest {
  @TempDir Path folder;

  @Test
  void theNextStartFindsIssuesKeysAndNumbersAgain() {
    LinearSettings settings = LinearSettings.defaults().keptIn(folder.resolve("linear.json"));
    String key;
    String team;
    String first;
    try (LinearRoom room = new LinearRoom(settings)) {
      key = room.key;
      team = room.team;
      first = room.issue("Kept");
    }
    try (LinearService again = LinearService.start(settings);
        LinearRoom client = new LinearRoom()) {
      var got =
          client.send(
              HttpRequest.newBuilder(again.apiUrl())
                  .header("Content-Type", "application/json")
                  .header("Authorization", key)
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"query\":\"{ issue(id: \\\""
                              + first
                              + "\\\") { identifier title } }\"}"))
                  .build());
      assertThat(got.data("issue").path("title").asText()).isEqualTo("Kept");
      String admin =
          again
              .ask(userOf(again), "{ viewer { id } }", Map.of())
              .path("viewer")
              .path("id")
              .asText();
      var next =
          again.ask(
              admin,
              "mutation { issueCreate(input: {title: \"Next\", teamId: \""
                  + team
                  + "\"}) { issue { id identifier } } }",
              Map.of());
      assertThat(next.path("issueCreate").path("issue").path("identifier").asText())
          .isEqualTo("CHK-2");
      assertThat(next.path("issueCreate").path("issue").path("id").asText()).isNotEqualTo(first);
    }
  }

  private static String userOf(LinearService service) {
    return service.people().getFirst();
  }
}
