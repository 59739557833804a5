package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** Decisions in the panel, and in Linear. */
class DecisionPanelTest {
  private static final String RECORD =
      "{'v':1,'title':'Use PostgreSQL','facts':{'status':'proposed'},"
          + "'sections':[{'topic':'front_matter','body':['tags: storage\\n']},"
          + "{'topic':'context','heading':'## Context and Problem Statement\\n\\n',"
          + "'body':['It is slow.\\n']},"
          + "{'topic':'other','heading':'## Costs\\n\\n','body':['Many.\\n']}],'extra':[1]}";
  private static final int PAIRS = 10;
  private static TwinWorld world;
  private static int next = 1;
  private PanelClient panel;
  private String twin;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    for (int i = 0; i < PAIRS; i++) {
      world.twinOf(world.jira.hand().issue("SHOP", "Issue " + i));
    }
    world.setUp();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void takeAPair() {
    Issue issue = world.jira.hand().read("SHOP-" + next++);
    panel = new PanelClient(world, issue, Cast.EDITOR);
    twin =
        world
            .ask(
                "query($t: String!) { issues(filter: {title: {eq: $t}}) { nodes { id } } }",
                Map.of("t", issue.key()))
            .at("/issues/nodes/0/id")
            .asText();
    assertThat(twin).isNotEmpty();
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(condition);
  }

  private static ObjectNode proposal(String title) {
    return ((ObjectNode) json("{'status':'proposed','space':'solution','context':'It is slow.'}"))
        .put("title", title);
  }

  private JsonNode decisions(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
    return Http.json(answer).path("decisions");
  }

  private JsonNode decision(String id) {
    JsonNode all = panel.read("tradeoff").path("decisions");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(it -> it.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not among " + all));
  }

  private JsonNode put(String id, JsonNode body) {
    return decisions(panel.put("decisions/" + id, decision(id).path("etag").asText(), body));
  }

  private List<String> documents() {
    List<String> documents = new ArrayList<>();
    world
        .ask(
            "query($id: String!) { issue(id: $id) { documents { nodes { title content } } } }",
            Map.of("id", twin))
        .at("/issue/documents/nodes")
        .forEach(
            it -> documents.add(it.path("title").asText() + "\n" + it.path("content").asText()));
    return documents;
  }

  private String only() {
    return documents().size() == 1 ? documents().getFirst() : "";
  }

  @Test
  void aDecisionThatIsWrittenInThePanelIsADocumentInLinear() {
    decisions(panel.put("decisions/use-kafka", "0", proposal("Use Kafka")));
    soon(() -> only().startsWith("Decision: Use Kafka"));
    assertThat(only()).contains("It is slow.");

    ObjectNode accepted = ((ObjectNode) decision("use-kafka").deepCopy()).put("status", "accepted");
    put("use-kafka", accepted);
    soon(() -> only().contains("accepted"));
    assertThat(panel.read("tradeoff").at("/twin/key").asText()).startsWith("CHK-");
    assertThat(panel.property("tandem.decisions").at("/list/0/status").asText())
        .isEqualTo("accepted");
  }

  @Test
  void anEditInLinearIsSeenInThePanelAndInTheDigest() {
    decisions(panel.put("decisions/use-kafka", "0", proposal("Use Kafka")));
    soon(() -> only().startsWith("Decision: Use Kafka"));
    String document =
        world
            .ask(
                "query($id: String!) { issue(id: $id) { documents { nodes { id } } } }",
                Map.of("id", twin))
            .at("/issue/documents/nodes/0/id")
            .asText();
    world.ask(
        "mutation($id: String!, $i: DocumentUpdateInput!) { documentUpdate(id: $id, input: $i) {"
            + " success } }",
        Map.of("id", document, "i", Map.of("title", "Decision: Use RabbitMQ")));
    soon(() -> decision("use-kafka").path("title").asText().equals("Use RabbitMQ"));
    soon(() ->
        panel.property("tandem.decisions").at("/list/0/title").asText().equals("Use RabbitMQ"));
  }

  @Test
  void whatThePanelDoesNotKnowOfADecisionStays() {
    panel.property("tandem.decision.use-postgresql", json(RECORD));
    JsonNode shown = decision("use-postgresql");
    assertThat(shown.path("more")).isEqualTo(json("['Costs']"));
    put("use-postgresql", ((ObjectNode) shown.deepCopy()).put("decision", "We use it."));
    assertThat(panel.property("tandem.decision.use-postgresql").toString())
        .contains("tags: storage", "Context and Problem Statement", "## Costs", "Many.")
        .contains("\"extra\":[1]", "We use it.");
  }

  @Test
  void whoEditsWhatSomebodyElseEditedGetsTheirs() {
    decisions(panel.put("decisions/d", "0", proposal("Mine")));
    String tag = decision("d").path("etag").asText();
    decisions(panel.put("decisions/d", tag, proposal("Theirs")));
    HttpResponse<String> late = panel.put("decisions/d", "\"" + tag + "\"", proposal("Mine too"));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(Http.json(late).at("/current/decisions/0/title").asText()).isEqualTo("Theirs");
    assertThat(Http.json(late).path("etag").asText())
        .isEqualTo(decision("d").path("etag").asText());
  }

  @Test
  void anAcceptedDecisionIsSupersededByANewOneInOneStep() {
    decisions(panel.put("decisions/first", "0", proposal("First").put("status", "accepted")));
    HttpResponse<String> refused =
        panel.put("decisions/first", decision("first").path("etag").asText(), proposal("Other"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Http.json(refused).path("detail").asText()).contains("Supersede it");

    decisions(panel.put("decisions/second", "0", proposal("Second").put("supersedes", "first")));
    assertThat(decision("first").path("status").asText()).isEqualTo("superseded");
    assertThat(decision("first").path("supersededBy").asText()).isEqualTo("second");
    assertThat(decision("second").path("supersedes").asText()).isEqualTo("first");

    assertThat(
            panel
                .put("decisions/third", "0", proposal("Third").put("supersedes", "nothing"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aDeletedDecisionComesBackWithAllThatIsNotShown() {
    panel.property("tandem.decision.use-postgresql", json(RECORD));
    JsonNode before = decision("use-postgresql");
    assertThat(decisions(panel.delete("decisions/use-postgresql", before.path("etag").asText())))
        .isEmpty();
    assertThat(panel.property("tandem.decision.use-postgresql").isMissingNode()).isTrue();
    assertThat(panel.delete("decisions/use-postgresql", before.path("etag").asText()).statusCode())
        .isEqualTo(412);

    decisions(panel.put("decisions/use-postgresql", "0", before));
    assertThat(panel.property("tandem.decision.use-postgresql")).isEqualTo(json(RECORD));
  }

  @Test
  void anAcceptanceIsUndoneAsLongAsNobodyHasChangedTheDecisionSince() {
    decisions(panel.put("decisions/d", "0", proposal("Use it")));
    JsonNode proposed = decision("d");
    JsonNode accepted = ((ObjectNode) proposed.deepCopy()).put("status", "accepted");
    put("d", accepted);
    assertThat(put("d", proposed).get(0).path("status").asText()).isEqualTo("proposed");

    put("d", accepted);
    put("d", ((ObjectNode) accepted.deepCopy()).put("consequences", "Slower writes."));
    HttpResponse<String> refused =
        panel.put("decisions/d", decision("d").path("etag").asText(), proposed);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(decision("d").path("status").asText()).isEqualTo("accepted");
  }

  @Test
  void aSuccessorIsUndoneByDeletingItAndPuttingBackWhatItReplaced() {
    decisions(panel.put("decisions/first", "0", proposal("First").put("status", "accepted")));
    JsonNode first = decision("first");
    decisions(panel.put("decisions/second", "0", proposal("Second").put("supersedes", "first")));

    decisions(panel.delete("decisions/second", decision("second").path("etag").asText()));
    put("first", first);

    assertThat(decision("first").path("status").asText()).isEqualTo("accepted");
    assertThat(decision("first").path("supersededBy").isNull()).isTrue();
  }

  @Test
  void aDecisionThatCannotBeReadIsToldOfAndNotOverwritten() {
    panel.property("tandem.decision.strange", json("{'v':99,'title':'Of the future'}"));
    JsonNode shown = decision("strange");
    assertThat(shown.path("unreadable").asText()).contains("another version");
    assertThat(shown.path("title").asText()).isEmpty();
    assertThat(
            panel
                .put("decisions/strange", shown.path("etag").asText(), proposal("Ours"))
                .statusCode())
        .isEqualTo(409);
    assertThat(panel.property("tandem.decision.strange").path("v").asInt()).isEqualTo(99);
  }

  @Test
  void whatBreaksARuleIsRefusedInWords() {
    for (String broken :
        List.of(
            "{}",
            "[]",
            "{'title':' '}",
            "{'title':'T','status':'maybe'}",
            "{'title':'T','context':'# Heading'}",
            "{'title':'T','dissent':[{'who':'A:b','because':'x'}]}",
            "{'title':'T','decidedBy':['Ada, Bo']}")) {
      HttpResponse<String> refused = panel.put("decisions/d", "0", json(broken));
      assertThat(refused.statusCode()).as(broken).isEqualTo(400);
    }
    assertThat(panel.put("decisions/Not-an-id", "0", proposal("T")).statusCode()).isEqualTo(400);
    ObjectNode longer = proposal("T").put("context", "word ".repeat(6_000));
    longer.put("decision", "word ".repeat(6_000));
    assertThat(panel.put("decisions/d", "0", longer).statusCode()).isEqualTo(413);
    assertThat(documents()).isEmpty();
  }
}
