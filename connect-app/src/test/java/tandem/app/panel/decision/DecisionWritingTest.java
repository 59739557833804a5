package tandem.app.panel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.document.RuleBroken;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.DecisionId;

class DecisionWritingTest {
  private static final DecisionId ID = new DecisionId("use-postgresql");
  private static final String RECORD =
      """
      ---
      status: proposed
      tags: storage
      ---
      # Use *PostgreSQL*

      Written in haste.

      ## Context and Problem Statement

      It is slow.
      And dear.

      It is:

      * slow
      * dear

      ## Decision Outcome

      We use it.

      ## Confirmation

      A test.

      ## Dissent

      * Bo: too dear
      * nobody knows

      ## Costs

      Many.
      """;

  private static String stored(String markdown) {
    return DecisionJson.write(DecisionMarkdown.read(ID, markdown).decision());
  }

  private static ObjectNode shown(String json) {
    return PropertyText.tree(
        DecisionAnswer.of(List.of(StoredDecision.of(ID, parsed(json)))).getFirst());
  }

  private static JsonNode parsed(String json) {
    return PropertyText.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static DecisionDraft draft(ObjectNode body) {
    return DecisionDraft.read(Members.of(body));
  }

  private static String written(Optional<String> before, ObjectNode wanted) {
    return switch (DecisionWriting.of(ID, before, draft(wanted))) {
      case DecisionWriting.Text(String json) -> json;
      case DecisionWriting.Frozen(String why) -> throw new AssertionError("frozen: " + why);
    };
  }

  private static String frozen(String before, ObjectNode wanted) {
    return switch (DecisionWriting.of(ID, Optional.of(before), draft(wanted))) {
      case DecisionWriting.Text(String json) -> throw new AssertionError("written: " + json);
      case DecisionWriting.Frozen(String why) -> why;
    };
  }

  @Test
  void itShowsWhatIsWrittenAndNamesWhatItOnlyKeeps() {
    ObjectNode shown = shown(stored(RECORD));
    assertThat(shown.path("title").asText()).isEqualTo("Use *PostgreSQL*");
    assertThat(shown.path("status").asText()).isEqualTo("proposed");
    assertThat(shown.path("context").asText())
        .isEqualTo("It is slow.\nAnd dear.\n\nIt is:\n\n* slow\n* dear");
    assertThat(shown.path("decision").asText()).isEqualTo("We use it.");
    assertThat(shown.at("/dissent/0/who").asText()).isEqualTo("Bo");
    assertThat(shown.path("dissent")).hasSize(1);
    assertThat(shown.path("more"))
        .extracting(JsonNode::asText)
        .containsExactly("Confirmation", "Costs");
  }

  @Test
  void savingWhatIsShownChangesNotACharacter() {
    String before = stored(RECORD);
    assertThat(written(Optional.of(before), shown(before))).isEqualTo(before);
  }

  @Test
  void anEditChangesItsFieldAndKeepsEverythingElse() {
    String before = stored(RECORD);
    ObjectNode wanted = shown(before).put("decision", "We use it **now**.");
    ((ArrayNode) wanted.path("dissent")).addObject().put("who", "Cy").put("because", "too\nslow");
    String after = written(Optional.of(before), wanted.put("status", "accepted"));
    assertThat(after)
        .contains("We use it **now**.", "tags: storage", "Written in haste.", "## Costs")
        .contains("## Decision Outcome", "A test.", "* nobody knows", "* Bo: too dear");
    assertThat(shown(after).path("status").asText()).isEqualTo("accepted");
    assertThat(shown(after).at("/dissent/1/because").asText()).isEqualTo("too slow");
  }

  @Test
  void aNewDecisionIsADocumentThatReadsTheSame() {
    ObjectNode wanted =
        (ObjectNode)
            json(
                "{'title':'Use Kafka','status':'proposed','space':'solution',"
                    + "'context':'Many events.','options':'* Kafka\\n* RabbitMQ',"
                    + "'decision':'Kafka.','consequences':'Dear.','skipped':'We lose some.',"
                    + "'dissent':[{'who':'Bo','because':'dear'}],'decidedBy':['Bo','Ada'],"
                    + "'decidedOn':'2026-11-20','reviewOn':'2027-01-01','supersedes':''}");
    ObjectNode shown = shown(written(Optional.empty(), wanted));
    wanted.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("decidedBy"))
        .forEach(name -> assertThat(shown.path(name)).as(name).isEqualTo(wanted.path(name)));
    assertThat(shown.path("decidedBy")).extracting(JsonNode::asText).containsExactly("Ada", "Bo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "context", "decision", "options", "space"})
  void anAcceptedDecisionIsNotEditedIntoAnotherOne(String field) {
    String accepted = stored(RECORD.replace("proposed", "accepted"));
    ObjectNode wanted = shown(accepted).put(field, field.equals("space") ? "problem" : "Another");
    assertThat(frozen(accepted, wanted)).contains("Supersede it");
  }

  @Test
  void anAcceptedDecisionStillTakesConsequencesDissentReviewAndItsEnd() {
    String accepted = stored(RECORD.replace("proposed", "accepted"));
    ObjectNode wanted =
        shown(accepted)
            .put("consequences", "It is dear.")
            .put("reviewOn", "2027-01-01")
            .put("status", "superseded");
    wanted.putArray("dissent");
    ObjectNode shown = shown(written(Optional.of(accepted), wanted));
    assertThat(shown.path("consequences").asText()).isEqualTo("It is dear.");
    assertThat(shown.path("status").asText()).isEqualTo("superseded");
    assertThat(shown.path("dissent")).isEmpty();
  }

  @Test
  void aStepThatTheRecordsHabitDoesNotKnowIsRefused() {
    String accepted = stored(RECORD.replace("proposed", "accepted"));
    assertThat(frozen(accepted, shown(accepted).put("status", "proposed"))).contains("this step");
    assertThat(frozen(accepted, shown(accepted).putNull("status"))).contains("this step");
  }

  @Test
  void aStatusOfSomebodysOwnWordsStaysUntilItIsChanged() {
    String own = stored(RECORD.replace("status: proposed", "status: being discussed"));
    assertThat(shown(own).path("status").isNull()).isTrue();
    assertThat(shown(own).path("statusText").asText()).isEqualTo("being discussed");
    assertThat(written(Optional.of(own), shown(own).put("consequences", "x")))
        .contains("being discussed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# A heading", "Text\n\n## Consequences\n\nMore", "```\nnever closed"})
  void aTextThatWouldSwallowWhatFollowsIsRefused(String text) {
    ObjectNode wanted = shown(stored(RECORD)).put("context", text);
    assertThatThrownBy(() -> written(Optional.of(stored(RECORD)), wanted))
        .isInstanceOf(RuleBroken.class);
  }

  @Test
  void aTitleOfTenThousandCharactersIsShownAndKeptAndNotTaken() {
    String title = "x".repeat(10_000);
    String before = stored(RECORD.replace("Use *PostgreSQL*", title));
    ObjectNode wanted = shown(before).put("consequences", "Long titles.");
    assertThat(written(Optional.of(before), wanted)).contains(title);

    ObjectNode renamed = shown(stored(RECORD)).put("title", title);
    assertThatThrownBy(() -> written(Optional.of(stored(RECORD)), renamed))
        .isInstanceOf(RuleBroken.class);
  }

  @Test
  void supersedingIsRepeatable() {
    String once = DecisionWriting.superseded(ID, stored(RECORD)).orElseThrow();
    assertThat(shown(once).path("status").asText()).isEqualTo("superseded");
    assertThat(DecisionWriting.superseded(ID, once)).isEmpty();
  }
}
