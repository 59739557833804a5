package tandem.sync.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.Original;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Outcome;

/** Properties as others may have written them, and decisions that Jira would not keep. */
class JiraDecisionTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Tag("V02")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"nonsense\"        | not a JSON object",
        "null                | not a JSON object",
        "{}                  | does not say its version",
        "{\"v\": 9}          | another version of Tandem",
        "{\"v\": 1, \"title\": {}} | \"title\" is not a text",
      })
  void whatIsNotOursIsKeptAndTold(String value, String why) {
    assertThat(log("{\"tandem.decision.d-1\": " + value + "}").get(ID))
        .isInstanceOfSatisfying(
            Held.Illegible.class,
            held -> {
              assertThat(held.why()).contains(why);
              assertThat(held.original().ref()).isEqualTo("tandem.decision.d-1");
            });
  }

  @Tag("V01")
  @Test
  void whatIsLongerThanJiraKeepsIsTold() {
    String json =
        "{\"tandem.decision.d-1\": {\"v\": 1, \"title\": \"" + "x".repeat(40_000) + "\"}}";
    assertThat(log(json).get(ID))
        .isInstanceOfSatisfying(
            Held.Illegible.class, held -> assertThat(held.why()).contains("32,768"));
  }

  @Tag("V03")
  @Test
  void aPropertyWithANameThatWeNeverGiveIsTold() {
    assertThat(log("{\"tandem.decision.Ünsinn\": {\"v\": 1}}").values())
        .singleElement()
        .isInstanceOfSatisfying(
            Held.Illegible.class,
            held -> assertThat(held.original().ref()).isEqualTo("tandem.decision.Ünsinn"));
  }

  @Test
  void otherPropertiesAreNoneOfOurs() {
    assertThat(log("{\"tandem.impact\": {\"v\": 1}, \"other\": 7}")).isEmpty();
  }

  @Test
  void aTimeInTheFutureIsNoTime() {
    assertThat(at("2026-11-20T09:59:59Z")).contains(Instant.parse("2026-11-20T09:59:59Z"));
    assertThat(at("2026-11-20T10:00:01Z")).isEmpty();
  }

  @Tag("V05")
  @Test
  void whatJiraWouldNotKeepIsNotSent() {
    Decision long_ = DecisionMarkdown.read(ID, "# T\n\n" + "word ".repeat(8_000)).decision();
    assertThat(why(long_)).contains("longer than Jira keeps", "32,768");
    Decision half = DecisionMarkdown.read(ID, "# T\n\nhalf \ud83d a character\n").decision();
    assertThat(why(half)).contains("half a character");
  }

  @Test
  void whatOthersKeepInTheirPropertyMayMakeItTooLong() {
    String theirs = "{\"v\":1,\"title\":\"T\",\"theirs\":\"" + "x".repeat(32_000) + "\"}";
    Decision decision = DecisionMarkdown.read(ID, "# U\n\n" + "word ".repeat(200)).decision();
    var previous = Optional.of(new Original(JiraDecision.key(ID), theirs, Optional.empty()));
    assertThat(JiraDecision.text(new DecisionChange.Write(decision, previous)))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(value(JiraDecision.text(new DecisionChange.Write(decision, Optional.empty()))))
        .contains("\"title\":\"U\"");
  }

  private static String why(Decision decision) {
    return switch (JiraDecision.text(new DecisionChange.Write(decision, Optional.empty()))) {
      case Outcome.Done<String> done -> throw new AssertionError("it would be sent");
      case Outcome.Failed<String>(var failure) -> failure.why();
    };
  }

  private static Optional<Instant> at(String time) {
    String json = "{\"tandem.decision.d-1\": {\"v\": 1, \"at\": \"" + time + "\"}}";
    return log(json).get(ID).original().at();
  }

  private static SortedMap<DecisionId, Held> log(String properties) {
    try {
      return JiraDecision.log(new ObjectMapper().readTree(properties), NOW)
          .orElseThrow()
          .decisions();
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(notJson);
    }
  }
}
