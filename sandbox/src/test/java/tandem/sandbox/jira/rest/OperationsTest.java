package tandem.sandbox.jira.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;

class OperationsTest {
  private static final Path FILE = Path.of("../../shared/contracts/jira-platform-v3.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @Test
  void theListIsThatOfAtlassiansDescription() throws IOException {
    assumeTrue(Files.exists(FILE), "SKIPPED: the OpenAPI description is not here");
    var described = new TreeSet<String>();
    Json.parse(Files.readAllBytes(FILE))
        .path("paths")
        .properties()
        .forEach(path -> operations(path.getKey(), path.getValue(), described));
    var listed = new TreeSet<String>();
    Operations.load()
        .all()
        .forEach(o -> listed.add(o.method() + " " + o.path() + " " + o.id() + " " + o.scope()));
    assertThat(listed).isEqualTo(described).hasSize(619);
  }

  @Test
  void whatConnectMayNotCallIsKnown() {
    var operations = Operations.load();
    assertThat(operations.all().stream().filter(Operations.Listed::closedToConnect)).hasSize(137);
    assertThat(operations.find("GET /rest/api/3/issue/{anyName}").orElseThrow().scope())
        .isEqualTo("READ");
  }

  private static void operations(String path, JsonNode item, Set<String> into) {
    item.properties().stream()
        .filter(operation -> METHODS.contains(operation.getKey()))
        .forEach(operation -> {
          var scope = operation.getValue().path("x-atlassian-connect-scope").asText("None");
          var id = operation.getValue().path("operationId").asText();
          into.add(
              operation.getKey().toUpperCase(java.util.Locale.ROOT)
                  + " "
                  + path
                  + " "
                  + id
                  + " "
                  + scope);
        });
  }
}
