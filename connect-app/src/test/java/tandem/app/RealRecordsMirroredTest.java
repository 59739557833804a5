package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.DecisionFolder;
import tandem.app.fixture.DecisionFolder.Written;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.TitledDocument;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;

/**
 * Decision records as people wrote them, in two formats, the whole way: imported as the project's
 * page does it, mirrored by the running engine to documents in Linear, edited there, and back.
 */
class RealRecordsMirroredTest {
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final int TO_AN_ISSUE = 8;
  private static final String PREFIX = "tandem.decision.";
  private static final String ADDED = " Seen in Linear.";

  /** The last line of a paragraph or of a list. */
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?m)^((?:\\* )?[\\p{L}\"][^\\n]{20,})(?=\\n\\n|\\n?\\z)");

  /** A line that names a fact, which Tandem may call otherwise: "Date:" is "Decided on:". */
  private static final Pattern FACT = Pattern.compile("(?m)^[*-]? ?[\\w -]{1,30}:.*$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static TwinWorld world;
  private static List<Log> logs;

  @BeforeAll
  static void start() {
    List<Written> files = DecisionFolder.all();
    world = new TwinWorld();
    logs = new ArrayList<>();
    for (int from = 0; from < files.size(); from += TO_AN_ISSUE) {
      Issue issue = world.jira.hand().issue("SHOP", "Decisions from number " + from);
      String twin = world.twinOf(issue);
      logs.add(
          new Log(issue, twin, files.subList(from, Math.min(files.size(), from + TO_AN_ISSUE))));
    }
    world.setUp();
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void everyFileIsADocumentInLinearAndAnEditThereComesBackAloneAndTheRestStaysAsItWas() {
    Map<Log, Map<DecisionId, Decision>> imported = new HashMap<>();
    logs.forEach(log -> imported.put(log, log.imported()));
    logs.forEach(log -> soon(() -> log.documents().size() == log.files().size()));
    logs.forEach(log -> log.assertMirrored(imported.get(log)));

    logs.forEach(Log::editEachDocument);
    logs.forEach(log -> soon(log::hasEveryEdit));
    world.settle(Duration.ofMillis(1_500));

    logs.forEach(log -> log.assertOnlyTheEdit(imported.get(log)));
    assertThat(admin("decisions/conflicts").path("conflicts")).isEmpty();
    assertThat(admin("quarantine").path("links")).isEmpty();
    assertThat(admin("health").path("problems")).isEmpty();
    System.out.printf(
        "%d decision records imported, mirrored, edited in Linear and back, with %d pairs of"
            + " issues%n",
        imported.values().stream().mapToInt(Map::size).sum(), logs.size());
  }

  /** The files that one issue takes. */
  private record Log(Issue issue, String twin, List<Written> files) {

    /** By the id that the import gave each. */
    Map<DecisionId, Decision> imported() {
      ObjectNode request = Json.object().put("issueId", issue.id()).put("preview", false);
      var list = request.putArray("files");
      files.forEach(file -> list.addObject().put("name", file.name()).put("text", file.text()));
      JsonNode answer =
          Http.json(
              Http.call(
                  "POST",
                  world.at("/api/project/SHOP/decisions/import"),
                  world.jira.contextToken(
                      TwinWorld.APP, Cast.EDITOR, Place.of(world.jira.store(), "", "SHOP")),
                  request.toString()));
      assertThat(answer.path("written").asInt()).as(answer.toString()).isEqualTo(files.size());
      Map<DecisionId, Decision> decisions = new LinkedHashMap<>();
      for (int i = 0; i < files.size(); i++) {
        var id = new DecisionId(answer.at("/decisions/" + i + "/id").asText());
        decisions.put(id, DecisionMarkdown.read(id, files.get(i).text()).decision());
      }
      return decisions;
    }

    void assertMirrored(Map<DecisionId, Decision> imported) {
      List<TitledDocument> documents = documents().stream().map(Log::titled).toList();
      var file = files.iterator();
      imported.forEach((id, decision) -> {
        List<TitledDocument> same =
            documents.stream().filter(it -> it.read(id).decision().says(decision)).toList();
        assertThat(same).as(id.value()).hasSize(1);
        assertThat(words(same.getFirst().text()).toList())
            .as(id.value())
            .containsAll(words(FACT.matcher(file.next().text()).replaceAll("")).toList());
      });
    }

    void editEachDocument() {
      for (JsonNode document : documents()) {
        var paragraph = PARAGRAPH.matcher(document.path("content").asText());
        assertThat(paragraph.find()).as(document.toString()).isTrue();
        world.ask(
            "mutation($id: String!, $i: DocumentUpdateInput!) { documentUpdate(id: $id, input: $i)"
                + " { success } }",
            Map.of(
                "id",
                document.path("id").asText(),
                "i",
                Map.of("content", paragraph.replaceFirst("$1" + ADDED))));
      }
    }

    boolean hasEveryEdit() {
      return properties().values().stream().allMatch(it -> it.contains(ADDED));
    }

    void assertOnlyTheEdit(Map<DecisionId, Decision> imported) {
      Map<DecisionId, String> properties = properties();
      assertThat(properties.keySet()).isEqualTo(imported.keySet());
      assertThat(documents()).hasSize(imported.size());
      properties.forEach((id, json) -> {
        assertThat(json.split(Pattern.quote(ADDED), -1)).as(json).hasSize(2);
        assertThat(DecisionJson.read(id, json.replace(ADDED, "")))
            .as(json)
            .isInstanceOfSatisfying(
                DecisionJson.Read.class,
                it -> assertThat(it.decision().says(imported.get(id))).as(json).isTrue());
      });
    }

    private static TitledDocument titled(JsonNode document) {
      return new TitledDocument(document.path("title").asText(), document.path("content").asText());
    }

    Map<DecisionId, String> properties() {
      Map<DecisionId, String> found = new HashMap<>();
      world
          .jira
          .hand()
          .read(issue.key())
          .annex()
          .properties()
          .forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
              found.put(new DecisionId(key.substring(PREFIX.length())), value.toString());
            }
          });
      return found;
    }

    List<JsonNode> documents() {
      List<JsonNode> documents = new ArrayList<>();
      world
          .ask(
              "query($id: String!) { issue(id: $id) { documents { nodes { id title content } } } }",
              Map.of("id", twin))
          .at("/issue/documents/nodes")
          .forEach(documents::add);
      return documents;
    }
  }

  private static Stream<String> words(String text) {
    return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty());
  }

  private static JsonNode admin(String path) {
    return Http.json(world.admin("GET", path, null));
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(SOON).until(condition);
  }
}
