package tandem.sync.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

class JiraEventTest {
  private static final JiraEvent TOUCHED = new JiraEvent.IssueTouched(new IssueId("10001"));

  @ParameterizedTest
  @ValueSource(strings = {"jira:issue_created", "jira:issue_updated"})
  void aWholeIssueIsAnObservation(String event) {
    assertThat(parse(issueEvent(event, "\"labels\": [\"budget:features\", \"backend\"],")))
        .isEqualTo(
            new JiraEvent.IssueSeen(
                "10000",
                new IssueId("10001"),
                "SHOP-12",
                Instant.parse("2026-11-20T07:42:34.123Z"),
                Set.of("budget:features", "backend")));
  }

  @Test
  void anIssueWithoutItsLabelsHasToBeReadSinceMissingIsNotEmpty() {
    assertThat(parse(issueEvent("jira:issue_updated", ""))).isEqualTo(TOUCHED);
  }

  @Test
  void labelsThatAreNoTextAreNotGuessedAt() {
    assertThat(parse(issueEvent("jira:issue_updated", "\"labels\": [{\"name\": \"x\"}],")))
        .isEqualTo(TOUCHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira:issue_deleted", "issue_property_set", "issue_property_deleted"})
  void anEventThatTellsNoStateMakesTheIssueBeRead(String event) {
    assertThat(parse("{\"webhookEvent\": \"%s\", \"issue\": {\"id\": \"10001\"}}".formatted(event)))
        .isEqualTo(TOUCHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"value\": {\"v\": 1}"})
  void aDecisionThatWasDeletedIsGoneWhateverTheEventSaysOfIt(String rest) {
    String body = property("tandem.decision.d-1", rest).replace("_set", "_deleted");
    assertThat(parse(body))
        .isEqualTo(new JiraEvent.DecisionGone(new IssueId("10001"), "tandem.decision.d-1"));
  }

  @Test
  void aDecisionThatWasSetIsSeenAsAReadWouldGiveIt() {
    assertThat(parse(property("tandem.decision.d-1", ", \"value\": {\"v\": 1, \"title\": \"T\"}")))
        .isEqualTo(
            new JiraEvent.DecisionSeen(
                new IssueId("10001"),
                new Original("tandem.decision.d-1", "{\"v\":1,\"title\":\"T\"}", Optional.empty()),
                Optional.empty()));
  }

  @Test
  void theTimeOfADecisionsEventIsInMilliseconds() {
    String body = property("tandem.decision.d-1", ", \"value\": {\"v\": 1}");
    String timed = body.replaceFirst("\\{", "{\"timestamp\": 1763624554123,");
    assertThat(parse(timed))
        .isInstanceOfSatisfying(
            JiraEvent.DecisionSeen.class,
            seen -> assertThat(seen.at()).contains(Instant.parse("2025-11-20T07:42:34.123Z")));
    assertThat(parse(body.replaceFirst("\\{", "{\"timestamp\": \"now\",")))
        .isInstanceOfSatisfying(
            JiraEvent.DecisionSeen.class, seen -> assertThat(seen.at()).isEmpty());
  }

  @Test
  void aDecisionWithoutItsValueMakesTheIssueBeRead() {
    assertThat(parse(property("tandem.decision.d-1", ""))).isEqualTo(TOUCHED);
  }

  @Test
  void aDocumentOfThePanelsIsNewsForThem() {
    assertThat(parse(property("tandem.impact", ", \"value\": {\"v\": 1}")))
        .isEqualTo(new JiraEvent.PropertyTouched(new IssueId("10001"), "tandem.impact"));
  }

  @Test
  void aPropertyOfOthersIsIgnored() {
    assertThat(parse(property("somebody.else", ", \"value\": {\"v\": 1}")))
        .isEqualTo(new JiraEvent.Ignored("issue_property_set"));
    assertThat(parse(property("tandem." + "x".repeat(300), "")))
        .isEqualTo(new JiraEvent.Ignored("issue_property_set"));
  }

  private static String property(String key, String value) {
    return """
    {"webhookEvent": "issue_property_set", "issue": {"id": "10001"},
     "property": {"key": "%s"%s}}
    """
        .formatted(key, value);
  }

  @Test
  void anEventThatChangesNothingOfOursIsIgnoredByName() {
    assertThat(parse("{\"webhookEvent\": \"sprint_started\"}"))
        .isEqualTo(new JiraEvent.Ignored("sprint_started"));
  }

  @Test
  void theNameOfAnIgnoredEventIsShortened() {
    assertThat(parse("{\"webhookEvent\": \"%s\"}".formatted("x".repeat(10_000))))
        .isEqualTo(new JiraEvent.Ignored("x".repeat(64)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not json",
        "{",
        "{\"webhookEvent\": 7}",
        "{\"webhookEvent\": \"jira:issue_updated\"}",
        "{\"webhookEvent\": \"jira:issue_updated\", \"issue\": {\"id\": \"../10001\"}}"
      })
  void whatIsNoWebhookOfJiraIsMalformed(String body) {
    assertThat(parse(body)).isInstanceOf(JiraEvent.Malformed.class);
  }

  @Test
  void aBodyNestedWithoutEndIsMalformed() {
    assertThat(parse("{\"a\":".repeat(100_000))).isInstanceOf(JiraEvent.Malformed.class);
  }

  private static String issueEvent(String event, String labels) {
    return """
    {"timestamp": 1795160554123, "webhookEvent": "%s",
     "issue": {"id": "10001", "key": "SHOP-12",
       "fields": {%s "updated": "2026-11-20T08:42:34.123+0100", "project": {"id": "10000"}}}}
    """
        .formatted(event, labels);
  }

  private static JiraEvent parse(String body) {
    return JiraEvent.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
