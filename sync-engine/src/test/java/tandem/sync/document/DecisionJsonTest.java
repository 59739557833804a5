package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.sync.document.DecisionJson.Read;
import tandem.sync.document.DecisionJson.Refused;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** A decision as JSON and back, what others wrote into it, and what it must not be taken for. */
class DecisionJsonTest {
  private static final DecisionId ID = new DecisionId("d1");
  private static final String RECORD =
      """
      # Use *PostgreSQL*

      * Status: accepted
      * Date: 2026-11-20

      ## Context

      We know [it][1].

      - one
      - two

      ## Security

      None.

      ## Security

      Again.

      [1]: https://example.com/
      """;

  @Test
  void aDecisionIsWrittenAndReadBackWordForWord() {
    Decision decision = DecisionMarkdown.read(ID, RECORD).decision();
    assertThat(read(DecisionJson.write(decision)).decision()).isEqualTo(decision);
  }

  @Test
  void aDecisionThatAPersonTypedIsReadWithoutHeadingsAndNumbers() {
    Decision decision =
        read("""
        {"v": 1, "title": "T", "facts": {"status": "accepted", "decidedBy": "Ada, Bo"},
         "sections": [{"topic": "context", "body": ["One.\\n\\nTwo."]},
                      {"heading": "Costs", "body": ["None."]}]}
        """)
            .decision();
    assertThat(decision.status()).contains(DecisionStatus.ACCEPTED);
    assertThat(decision.decidedBy()).containsExactly("Ada", "Bo");
    assertThat(decision.body(Topic.CONTEXT)).extracting(Passage::meaning).hasSize(2);
    assertThat(decision.section(new Section.Key(Topic.OTHER, "costs", 0))).isPresent();
    Rendered document = DecisionMarkdown.write(decision);
    assertThat(document).isInstanceOf(Rendered.Faithful.class);
    assertThat(document.markdown()).contains("## Context", "## Costs");
  }

  @Test
  void aHeadingNamesItsSectionWhateverTheTopicSays() {
    Decision decision =
        read("{\"v\": 1, \"sections\": [{\"topic\": \"context\", \"heading\": \"Decision\"}]}")
            .decision();
    assertThat(decision.sections())
        .extracting(section -> section.key().topic())
        .containsExactly(Topic.DECISION);
  }

  @Test
  void theTimeOfAPersonsEditIsRead() {
    assertThat(read("{\"v\": 1, \"at\": \"2026-11-20T10:00:00Z\"}").at())
        .contains(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(read("{\"v\": 1, \"at\": \"yesterday\"}").at()).isEmpty();
    assertThat(read("{\"v\": 1, \"at\": 7}").at()).isEmpty();
  }

  @Test
  void whatOthersKeepInItStays() {
    String previous =
        """
        {"colour": "red", "v": 1, "title": "T", "at": "2026-11-20T10:00:00Z",
         "facts": {"mood": "good"},
         "sections": [{"topic": "context", "pin": 7, "body": ["*Old*\\n"]}]}
        """;
    Decision decision = read(previous).decision().withFact(Fact.STATUS, Passage.plain("accepted"));
    assertThat(DecisionJson.write(decision, previous))
        .contains("\"colour\":\"red\"", "\"mood\":\"good\"", "\"pin\":7", "\"status\":\"accepted\"")
        .doesNotContain("\"at\"");
  }

  @Test
  void whatSaysTheSameKeepsItsWriting() {
    String previous =
        "{\"v\":1,\"title\":\"T\",\"sections\":[{\"topic\":\"context\",\"body\":[\"_Old_\"]}]}";
    Decision other = DecisionMarkdown.read(ID, "# U\n\n## Context\n\n*Old*\n").decision();
    assertThat(DecisionJson.write(other, previous)).contains("_Old_", "\"title\":\"U\"");
    assertThat(DecisionJson.write(read(previous).decision(), previous)).isEqualTo(previous);
  }

  @Test
  void whatCannotBeReadIsWrittenAnewOnDemandOnly() {
    Decision decision = DecisionMarkdown.read(ID, RECORD).decision();
    assertThat(DecisionJson.write(decision, "nonsense")).isEqualTo(DecisionJson.write(decision));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nonsense | not a JSON object",
        "[1] | not a JSON object",
        "{\"v\": 1} {} | not a JSON object",
        "{} | does not say its version",
        "{\"v\": \"1\"} | does not say its version",
        "{\"v\": 2} | another version of Tandem",
        "{\"v\": 18446744073709551617} | another version of Tandem",
        "{\"v\": 1, \"title\": 7} | \"title\" is not a text",
        "{\"v\": 1, \"facts\": []} | \"facts\" are not a JSON object",
        "{\"v\": 1, \"facts\": {\"status\": 7}} | \"status\" is not a text",
        "{\"v\": 1, \"sections\": {}} | \"sections\" is not a list",
        "{\"v\": 1, \"sections\": [7]} | neither a heading nor a topic",
        "{\"v\": 1, \"sections\": [{\"heading\": \"a\\n\\nb\"}]} | not one line of text",
        "{\"v\": 1, \"sections\": [{\"topic\": \"context\", \"body\": [7]}]} | is not a text",
        "{\"v\": 1, \"sections\": [{\"topic\": \"context\", \"nth\": 0},"
            + " {\"topic\": \"context\", \"nth\": 0}]} | same section twice",
      })
  void whatIsNotOursIsRefusedInWords(String json, String why) {
    assertThat(DecisionJson.read(ID, json))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.why()).contains(why));
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    String filler = "x".repeat(Decision.LARGEST);
    assertThat(DecisionJson.read(ID, "{\"v\": 1, \"title\": \"" + filler + "\"}"))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.why()).contains("32,768"));
    assertThat(DecisionJson.read(ID, "{\"v\": 1, \"x\": " + "[".repeat(10_000)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aDecisionThatFitsIsNoLongerThanItsWeight() {
    List<String> nasty = List.of("\"".repeat(200), "\n> ".repeat(200), "\u0001a".repeat(200));
    for (String text : nasty) {
      Decision decision = DecisionMarkdown.read(ID, RECORD + text).decision();
      assertThat(DecisionJson.write(decision)).hasSizeLessThanOrEqualTo(decision.weight());
    }
  }

  @Test
  void everyRealRecordIsReadBackWordForWord() {
    RealRecords.all()
        .forEach(file -> {
          Decision decision = DecisionMarkdown.read(ID, RealRecords.text(file)).decision();
          String json = DecisionJson.write(decision);
          assertThat(json).as(file.toString()).hasSizeLessThanOrEqualTo(decision.weight());
          assertThat(read(json)).isEqualTo(new Read(decision, Optional.empty()));
        });
  }

  private static Read read(String json) {
    return (Read) DecisionJson.read(ID, json);
  }
}
