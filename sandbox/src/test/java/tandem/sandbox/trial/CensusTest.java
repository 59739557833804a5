package tandem.sandbox.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is made twice and what is missing do not make up for each other. */
class CensusTest {
  private static final Census BEFORE = new Census(20, 20, 9, 20, 5, 5, 20);

  @Test
  void aNewDecisionOnBothSidesAndANewIssueWithItsTwinAreAsTheyShouldBe() {
    var wanted = BEFORE.withDecisions(1).withTwins(2);
    var now = new Census(22, 22, 9, 22, 6, 6, 20);
    assertThat(now).isEqualTo(wanted);
    assertThat(now.beyond(wanted)).isZero();
  }

  @Test
  void aSecondTwinIsBeyondAndADecisionThatIsNotMirroredIsMissing() {
    var wanted = BEFORE.withDecisions(1).withTwins(1);
    var now = new Census(21, 22, 9, 22, 6, 5, 20);
    assertThat(now.beyond(wanted)).as("an issue and its link").isEqualTo(2);
    assertThat(wanted.beyond(now)).as("the decision in Jira").isEqualTo(1);
  }
}
