package tandem.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;

class CheckoutTeamTest {
  private final CheckoutTeam team = CheckoutTeam.read();

  @Test
  void theStoryHasFortyIssuesTwentyFiveTwinsAndFifteenTagsOnBothSides() {
    assertThat(team.issues()).hasSize(40);
    assertThat(team.issues()).filteredOn(CheckoutTeam.Story::twin).hasSize(25);
    assertThat(team.issues()).filteredOn(story -> story.budget() != null).hasSize(15);
  }

  @Test
  void noTwoIssuesTellTheSame() {
    assertThat(all()).extracting(CheckoutTeam.Story::summary).doesNotHaveDuplicates();
    assertThat(all()).extracting(CheckoutTeam.Story::text).doesNotHaveDuplicates();
  }

  @Test
  void theHistoryIsClosedAndReachesBackAQuarter() {
    assertThat(team.history()).allMatch(story -> story.status().equals("Done") && !story.twin());
    assertThat(team.history()).anyMatch(story -> story.touched() > 75);
    assertThat(team.history()).allMatch(story -> story.touched() < story.days());
  }

  private List<CheckoutTeam.Story> all() {
    return Stream.of(team.issues(), team.history(), team.inLinear()).flatMap(List::stream).toList();
  }

  @Test
  void everybodyAndEveryDecisionThatIsNamedIsThere() {
    for (var story : all()) {
      story.talk().forEach(words -> assertThat(team.member(words.get(0))).isNotNull());
      if (story.decision() != null) {
        assertThat(team.decision(story.decision())).isNotNull();
      }
    }
    assertThat(all())
        .extracting(CheckoutTeam.Story::decision)
        .filteredOn(Objects::nonNull)
        .hasSameSizeAs(team.decisions());
  }

  @Test
  void aDecisionSaysTheSameInBothForms() {
    var minutes = new Minutes(team, team.decision("invoice-limit"), LocalDate.of(2026, 11, 20));

    assertThat(minutes.propertyKey()).isEqualTo("tandem.decision.invoice-limit");
    var property = Json.tree(minutes.property());
    assertThat(property.at("/v").asInt()).isEqualTo(1);
    assertThat(property.at("/facts/decidedOn").asText()).isEqualTo("2026-11-04");
    assertThat(property.at("/sections/0/topic").asText()).isEqualTo("context");
    assertThat(property.at("/sections/4/body/0").asText())
        .contains("* Jonas Lindqvist: The limit should follow the customer's history.");
    assertThat(minutes.markdown())
        .contains("## Status\n\nproposed")
        .contains("* Jonas Lindqvist: The limit should follow the customer's history.")
        .contains("Amara Okafor, 2026-11-04");
  }
}
