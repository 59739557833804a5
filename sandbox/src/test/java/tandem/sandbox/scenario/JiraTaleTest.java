package tandem.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;

class JiraTaleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final StoryClock clock = new StoryClock(InstantSource.fixed(NOW));
  private final CheckoutTeam team = CheckoutTeam.read();

  @Test
  void everyStoryBecomesAnIssueWithItsAgeItsLabelsAndItsTalk() {
    try (var site = JiraSite.start(JiraSettings.standard().at(clock))) {
      var keys = new JiraTale(team, site, clock).tell();

      assertThat(keys).hasSize(65).containsValue("SHOP-1").containsValue("SHOP-65");
      var story = team.issues().getFirst();
      var issue = site.store().issue(keys.get(story)).orElseThrow();
      assertThat(Duration.between(issue.times().created(), NOW).toDays()).isEqualTo(story.days());
      assertThat(Duration.between(issue.times().updated(), NOW).toDays())
          .isEqualTo(story.touched());
      assertThat(issue.labels()).containsExactly("budget:features", "payments");
      assertThat(issue.annex().comments()).hasSize(2);
      assertThat(issue.annex().properties())
          .containsKeys(
              "tandem.decision.wallet-address",
              "tandem.decisions",
              "tandem.impact",
              "tandem.summary");
      assertThat(issue.field("customfield_10016").asInt()).isEqualTo(8);
      assertThat(issue.field("customfield_10021").path(0).path("name").asText())
          .isEqualTo("Checkout 23");
      assertThat(issue.field("customfield_10021").path(1).path("state").asText())
          .isEqualTo("active");
    }
  }

  @Test
  void seventeenIssuesAndMostOfTheHistoryDrawOnABudgetInJira() {
    try (var site = JiraSite.start(JiraSettings.standard().at(clock))) {
      new JiraTale(team, site, clock).tell();

      assertThat(site.store().issues())
          .filteredOn(issue -> issue.labels().stream().anyMatch(l -> l.startsWith("budget:")))
          .hasSize(17 + 23);
    }
  }
}
