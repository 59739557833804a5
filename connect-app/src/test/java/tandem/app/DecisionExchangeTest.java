package tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;

/** Decisions in and out of a project as files. */
class DecisionExchangeTest {
  private static final String PREFIX = "tandem.decision.";
  private static final Map<String, String> USE_Z =
      Map.of("0000-use-z.md", record("Use Z", "accepted"));
  private static TwinWorld world;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    world.map();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aPreviewWritesNothingAnImportAddsAndARepeatAddsNothing() {
    Issue issue = issueOf("IMP");
    Map<String, String> files =
        Map.of("0001-use-x.md", record("Use X", "accepted"), "0002-use-y.md", "No title here.\n");

    JsonNode preview = Http.json(imported(Cast.EDITOR, issue, files, true));
    assertThat(preview.path("written").asInt()).isZero();
    assertThat(preview.path("decisions")).hasSize(2);
    assertThat(decisions(issue)).isEmpty();

    JsonNode answer = Http.json(imported(Cast.EDITOR, issue, files, false));
    assertThat(answer.path("written").asInt()).describedAs(answer.toString()).isEqualTo(2);
    assertThat(decisions(issue)).containsOnlyKeys("use-x", "use-y");
    assertThat(DecisionJson.read(new DecisionId("use-x"), decisions(issue).get("use-x").toString()))
        .isInstanceOfSatisfying(
            DecisionJson.Read.class,
            it -> assertThat(it.decision().title().written()).isEqualTo("Use X"));

    JsonNode again = Http.json(imported(Cast.EDITOR, issue, files, false));
    assertThat(again.path("written").asInt()).isZero();
    assertThat(again.at("/decisions/0/problem").asText())
        .isEqualTo("The issue has this decision already.");
  }

  @Test
  void anImportIsTakenBackButForWhatWasThereBeforeAndForWhatSomebodyChangedSince() {
    Issue issue = issueOf("UNDO");
    JsonNode before = Http.json(imported(Cast.EDITOR, issue, USE_Z, false));
    assertThat(before.path("written").asInt()).isEqualTo(1);
    Map<String, String> files = new LinkedHashMap<>(USE_Z);
    files.put("0001-use-x.md", record("Use X", "accepted"));
    files.put("0002-use-y.md", record("Use Y", "accepted"));
    assertThat(Http.json(imported(Cast.EDITOR, issue, files, false)).path("written").asInt())
        .isEqualTo(2);
    DecisionId changed = new DecisionId("use-y");
    Decision edited = DecisionMarkdown.read(changed, record("Use Y now", "accepted")).decision();
    world.jira.hand().property(issue.key(), PREFIX + "use-y", json(DecisionJson.write(edited)));

    assertThat(undone(Cast.VIEWER, issue, files).statusCode()).isEqualTo(403);
    JsonNode answer = Http.json(undone(Cast.EDITOR, issue, files));

    assertThat(decisions(issue)).containsOnlyKeys("use-y", "use-z");
    assertThat(answer.at("/decisions/0/id").asText()).isEqualTo("use-x");
    assertThat(answer.at("/decisions/0/problem").isNull()).isTrue();
    assertThat(answer.at("/decisions/1/problem").asText())
        .isEqualTo("Somebody has changed it since.");
    assertThat(answer.path("decisions")).hasSize(2);
    assertThat(Http.json(undone(Cast.EDITOR, issue, files)).at("/decisions/0/problem").isNull())
        .isTrue();
  }

  private static HttpResponse<String> undone(
      Person person, Issue issue, Map<String, String> files) {
    ObjectNode request = (ObjectNode) json(request(issue, files, false));
    request.putArray("ids").add("use-x").add("use-y");
    return call("UNDO", "/undo", person, request.toString());
  }

  @Test
  void anImportOfManyKeepsWithinWhatJiraTakesForAnIssue() {
    Issue issue = issueOf("MANY");
    Map<String, String> files = new LinkedHashMap<>();
    IntStream.range(0, 40)
        .forEach(i -> files.put("%04d-d-%d.md".formatted(i, i), record("Decision " + i, "draft")));
    JsonNode answer = Http.json(imported(Cast.ADMIN, issue, files, false));
    assertThat(answer.path("written").asInt()).describedAs(answer.toString()).isEqualTo(40);
    assertThat(decisions(issue)).hasSize(40);
  }

  @Test
  void onlyWhoMayEditTheIssueImportsAndOnlyIntoAnIssueOfTheProject() {
    Issue issue = issueOf("ELSE");
    Issue other = issueOf("OTHER");
    Map<String, String> files = Map.of("a.md", record("A", "proposed"));
    assertThat(imported(Cast.VIEWER, issue, files, false).statusCode()).isEqualTo(403);
    HttpResponse<String> elsewhere = call("ELSE", Cast.EDITOR, request(other, files, false));
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(decisions(issue)).isEmpty();
    assertThat(decisions(other)).isEmpty();
    assertThat(call("ELSE", Cast.EDITOR, "{\"issueId\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(call("ELSE", Cast.EDITOR, "{\"issueId\":\"1\",\"files\":[null]}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsExportedReadsAsTheDecisionsThatAreStored() throws Exception {
    Issue issue = issueOf("EXP");
    List<Decision> stored = new ArrayList<>();
    for (String title : List.of("Use X", "=cmd|' /C calc'!A0", "Größer & besser / schneller")) {
      DecisionId id = new DecisionId("d-" + stored.size());
      stored.add(DecisionMarkdown.read(id, record(title, "accepted")).decision());
    }
    stored.forEach(it ->
        world
            .jira
            .hand()
            .property(issue.key(), PREFIX + it.id().value(), json(DecisionJson.write(it))));
    world.jira.hand().property(issue.key(), PREFIX + "broken", json("{\"v\":99}"));
    world.jira.hand().property(issue.key(), "tandem.decisions", digest(stored));

    Map<String, String> files = unzipped(bytes("EXP", "markdown"));
    assertThat(files.keySet())
        .containsExactly(
            "0001-use-x.md",
            "0002-cmd-c-calc-a0.md",
            "0003-gro-er-besser-schneller.md",
            "unreadable/0004-" + issue.key() + "-broken.json");
    List<String> texts = List.copyOf(files.values());
    for (int i = 0; i < stored.size(); i++) {
      Decision decision = stored.get(i);
      assertThat(DecisionMarkdown.read(decision.id(), texts.get(i)).decision().says(decision))
          .as(texts.get(i))
          .isTrue();
    }
    String csv = new String(bytes("EXP", "csv"), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("\"'=cmd|' /C calc'!A0\"");
  }

  private static Issue issueOf(String project) {
    world.jira.hand().project(project, project);
    return world.jira.hand().issue(project, "Decisions");
  }

  private static String record(String title, String status) {
    return "# %s\n\n* Status: %s\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe do.\n"
        .formatted(title, status);
  }

  private static Map<String, JsonNode> decisions(Issue issue) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    world
        .jira
        .hand()
        .read(issue.key())
        .annex()
        .properties()
        .forEach((key, value) -> {
          if (key.startsWith(PREFIX)) {
            found.put(key.substring(PREFIX.length()), value);
          }
        });
    return found;
  }

  private static HttpResponse<String> imported(
      Person person, Issue issue, Map<String, String> files, boolean preview) {
    return call(issue.key().replaceFirst("-\\d+$", ""), person, request(issue, files, preview));
  }

  private static String request(Issue issue, Map<String, String> files, boolean preview) {
    ObjectNode request = Json.object().put("issueId", issue.id()).put("preview", preview);
    var list = request.putArray("files");
    files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(it -> list.addObject().put("name", it.getKey()).put("text", it.getValue()));
    return request.toString();
  }

  private static HttpResponse<String> call(String project, Person person, String body) {
    return call(project, "", person, body);
  }

  private static HttpResponse<String> call(
      String project, String path, Person person, String body) {
    URI url = world.at("/api/project/" + project + "/decisions/import" + path);
    return Http.call("POST", url, token(person, project), body);
  }

  private static String token(Person person, String project) {
    return world.jira.contextToken(
        TwinWorld.APP, person, Place.of(world.jira.store(), "", project));
  }

  private static byte[] bytes(String project, String format)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                world.at("/api/project/" + project + "/decisions/export?format=" + format))
            .header("Authorization", "JWT " + token(Cast.VIEWER, project))
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment", "EXP-decisions.");
    return answer.body();
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        files.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static JsonNode digest(List<Decision> decisions) {
    ObjectNode digest = Json.object().put("v", 1).put("more", 1);
    var list = digest.putArray("list");
    decisions.forEach(it ->
        list.addObject()
            .put("id", it.id().value())
            .put("title", it.title().written())
            .put("status", "accepted"));
    return digest;
  }

  private static JsonNode json(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
