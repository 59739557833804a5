package tandem.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.Issue;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;

/** Decisions through everything: two real servers, the app between them, people at both ends. */
class MirroredDecisionTest {
  /** The engine is polled every second for what no event woke it for. */
  private static final Duration AFTER_THE_NEXT_POLL = Duration.ofMillis(1_500);

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PREFIX = "tandem.decision.";
  private static final Fault SLOW = new Fault.Stall(Duration.ofMillis(1_500));

  /** An echo that overtakes the answer to its own write costs another look; here none does. */
  private static final FaultPlan AFTER_ITS_ANSWER =
      FaultPlan.none().with(1, new HookFault.Late(Duration.ofSeconds(1)));

  private static final String PUT_PROPERTY =
      "PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}";
  private static final String RECORD =
      """
      # Use PostgreSQL

      * Status: proposed

      ## Context

      It is slow.

      ## Decision

      We use it.
      """;

  private static TwinWorld world;
  private Issue issue;
  private String twin;

  @BeforeAll
  static void start() {
    world = new TwinWorld();
    for (int i = 0; i < 10; i++) {
      world.twinOf(world.jira.hand().issue("SHOP", "Issue " + i));
    }
    world.setUp();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static int next = 1;

  /** Each test has a pair of its own, of those that the backfill has found. */
  @BeforeEach
  void takeAPair() {
    String key = "SHOP-" + next++;
    issue = world.jira.hand().read(key);
    twin =
        world
            .ask(
                "query($t: String!) { issues(filter: {title: {eq: $t}}) { nodes { id } } }",
                Map.of("t", key))
            .at("/issues/nodes/0/id")
            .asText();
    assertThat(twin).isNotEmpty();
  }

  @Test
  void whatIsSavedInJiraIsADocumentInLinearAndEditsGoBothWays() {
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    assertThat(documents().getFirst().path("title").asText()).isEqualTo("Decision: Use PostgreSQL");
    assertThat(content()).contains("## Context\n\nIt is slow.").doesNotContain("# Use");
    world.settle();

    edit("Decision: Use PostgreSQL", content().replace("It is slow.", "It is *too* slow."));
    soon(() -> property("d-1").contains("It is *too* slow."));
    assertThat(property("d-1")).contains("\"status\":\"proposed\"", "We use it.");
    world.settle();

    save("d-1", RECORD.replace("It is slow", "It is *too* slow").replace("proposed", "accepted"));
    soon(() -> content().contains("accepted"));
    world.settle();
    assertThat(content()).contains("It is *too* slow.");
  }

  @Test
  void editsOfDifferentPiecesAtOnceAreBothKept() {
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    world.settle();

    edit("Decision: Use PostgreSQL", content().replace("We use it.", "We use it from May on."));
    save("d-1", RECORD.replace("It is slow.", "It is slow and dear."));
    soon(() ->
        content().contains("slow and dear") && property("d-1").contains("We use it from May on."));
    world.settle();
    assertThat(content()).contains("We use it from May on.");
    assertThat(property("d-1")).contains("slow and dear");
  }

  /** The write's own event tells what it replaced. */
  @Test
  void whatSomebodyEditsInLinearWhileAWriteIsOnItsWayThereIsNotLost() {
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    world.settle();
    reset();
    world.linear.nemesis().next("POST /graphql UpdateDocument", SLOW);

    save("d-1", RECORD.replace("It is slow.", "It is dear."));
    soon(() -> world.linear.calls().of("app", "POST /graphql UpdateDocument") == 1);
    edit("Decision: Use PostgreSQL", content().replace("We use it.", "We use it from May on."));

    soon(() ->
        content().contains("We use it from May on.")
            && content().contains("It is dear.")
            && property("d-1").contains("We use it from May on.")
            && property("d-1").contains("It is dear."));
    world.settle();
  }

  /** What was heard before the write's own event is what it replaced. */
  @Test
  void whatSomebodySavesInJiraWhileAWriteIsOnItsWayThereIsNotLost() {
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    world.settle();
    reset();
    world.jira.nemesis().next(PUT_PROPERTY, SLOW);

    edit("Decision: Use PostgreSQL", content().replace("We use it.", "We use it from May on."));
    soon(() -> world.jira.calls().of("app", PUT_PROPERTY) == 1);
    save("d-1", RECORD.replace("It is slow.", "It is dear."));

    soon(() ->
        content().contains("We use it from May on.")
            && content().contains("It is dear.")
            && property("d-1").contains("We use it from May on.")
            && property("d-1").contains("It is dear."));
    world.settle();
  }

  @Test
  void aMirroredEditCostsALookAndAWriteAndFromJiraOneLookMore() {
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    world.settle(AFTER_THE_NEXT_POLL);

    world.jira.nemesis().set(AFTER_ITS_ANSWER);
    assertThat(fewestCalls("Linear to Jira", this::editInLinear)).isLessThanOrEqualTo(2);
    world.jira.nemesis().calm();
    world.linear.nemesis().set(AFTER_ITS_ANSWER);
    assertThat(fewestCalls("Jira to Linear", this::editInJira)).isLessThanOrEqualTo(3);
    world.linear.nemesis().calm();
  }

  private long fewestCalls(String way, IntConsumer edit) {
    return IntStream.range(0, 3)
        .mapToLong(round -> {
          world.settle(AFTER_THE_NEXT_POLL);
          reset();
          edit.accept(round);
          world.settle(AFTER_THE_NEXT_POLL);
          return calls(way);
        })
        .min()
        .orElseThrow();
  }

  private void editInLinear(int round) {
    String text = "We do " + round + ".";
    edit("Decision: Use PostgreSQL", content().replaceFirst("We (use it|do \\d)\\.", text));
    soon(() -> property("d-1").contains(text));
  }

  private void editInJira(int round) {
    String text = "We did " + round + ".";
    save("d-1", RECORD.replace("We use it.", text));
    soon(() -> content().contains(text));
  }

  @Test
  void whatIsThrownAwayOnOneSideGoesFromTheOther() {
    save("d-1", RECORD);
    save("d-2", RECORD.replace("PostgreSQL", "MariaDB"));
    soon(() -> documents().size() == 2);
    world.settle();

    world.jira.hand().deleteProperty(issue.ref().key(), PREFIX + "d-2");
    soon(() -> documents().size() == 1);
    world.settle();
    assertThat(documents().getFirst().path("title").asText()).isEqualTo("Decision: Use PostgreSQL");

    trash(documents().getFirst().path("id").asText());
    soon(() -> properties().isEmpty());
  }

  @Test
  void aDocumentThatIsBegunInLinearIsADecisionInJira() {
    world.ask(
        "mutation($i: DocumentCreateInput!) { documentCreate(input: $i) { success } }",
        Map.of(
            "i",
            Map.of(
                "issueId", twin,
                "title", "decision : Use Kafka",
                "content", "## Context\n\nToo many events.")));
    soon(() -> properties().size() == 1);
    world.settle();
    String id = properties().getFirst();
    assertThat(property(id)).contains("\"title\":\"Use Kafka\"", "Too many events.");

    save(id, "# Use Kafka\n\n## Context\n\nFar too many events.\n");
    soon(() -> content().contains("Far too many events."));
    world.settle();
    assertThat(documents()).hasSize(1);
    assertThat(documents().getFirst().path("title").asText()).isEqualTo("decision : Use Kafka");
  }

  @Test
  void aCommentThatAsksForADecisionBecomesOne() {
    world.ask(
        "mutation($i: CommentCreateInput!) { commentCreate(input: $i) { success } }",
        Map.of("i", Map.of("issueId", twin, "body", "/decision Use Redis\n\nIt is fast.")));
    soon(() -> properties().size() == 1);
    world.settle();
    assertThat(property(properties().getFirst())).contains("\"title\":\"Use Redis\"", "fast.");
    assertThat(documents()).hasSize(1);

    trash(documents().getFirst().path("id").asText());
    soon(() -> properties().isEmpty());
    world.settle();
    assertThat(documents()).as("it is not asked for twice").isEmpty();
  }

  @Test
  void whatIsNotADecisionOfOursRestsAndHoldsUpNoOther() {
    String strange = "{\"v\": 99, \"title\": \"Of the future\"}";
    world
        .jira
        .hand()
        .property(issue.ref().key(), PREFIX + "strange", Json.parse(strange.getBytes(UTF_8)));
    save("d-1", RECORD);
    soon(() -> documents().size() == 1);
    world.settle();
    assertThat(property("strange")).contains("\"v\":99", "Of the future");
    assertThat(documents()).hasSize(1);
  }

  private void save(String id, String markdown) {
    Decision decision = DecisionMarkdown.read(new DecisionId(id), markdown).decision();
    world
        .jira
        .hand()
        .property(
            issue.ref().key(),
            PREFIX + id,
            Json.parse(DecisionJson.write(decision).getBytes(UTF_8)));
  }

  private void edit(String title, String content) {
    world.ask(
        "mutation($id: String!, $i: DocumentUpdateInput!) { documentUpdate(id: $id, input: $i) {"
            + " success } }",
        Map.of(
            "id",
            documents().getFirst().path("id").asText(),
            "i",
            Map.of("title", title, "content", content)));
  }

  private static void trash(String document) {
    world.ask(
        "mutation($id: String!) { documentDelete(id: $id) { success } }", Map.of("id", document));
  }

  private List<String> properties() {
    return issueNow().annex().properties().keySet().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .toList();
  }

  private String property(String id) {
    return Optional.ofNullable(issueNow().annex().properties().get(PREFIX + id))
        .map(JsonNode::toString)
        .orElse("");
  }

  private Issue issueNow() {
    return world.jira.hand().read(issue.ref().key());
  }

  private List<JsonNode> documents() {
    List<JsonNode> documents = new ArrayList<>();
    world
        .ask(
            "query($id: String!) { issue(id: $id) { documents { nodes { id title content } } } }",
            Map.of("id", twin))
        .at("/issue/documents/nodes")
        .forEach(documents::add);
    return documents;
  }

  private String content() {
    return documents().getFirst().path("content").asText();
  }

  private static void soon(Callable<Boolean> condition) {
    Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(SOON).until(condition);
  }

  private static void reset() {
    world.jira.calls().reset();
    world.linear.calls().reset();
  }

  private static long calls(String direction) {
    long jira = world.jira.calls().of("app");
    long linear = world.linear.calls().of("app");
    System.out.printf(
        "remote calls per mirrored edit of a decision, %s: %d (Jira %s, Linear %s)%n",
        direction,
        jira + linear,
        world.jira.calls().all().getOrDefault("app", Map.of()),
        world.linear.calls().all().getOrDefault("app", Map.of()));
    return jira + linear;
  }
}
