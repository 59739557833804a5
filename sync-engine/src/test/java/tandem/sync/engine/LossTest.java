package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.Original;

class LossTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final String MEANT =
      """
      # Use PostgreSQL

      ## Context

      * It is *there*
      * It is known

      ## Costs

      Few.
      """;

  @Test
  void whatIsKeptAsItWasMeantLosesNothing() {
    assertThat(loss(MEANT)).isEmpty();
  }

  @Test
  void thePartsThatATrackerWroteInItsOwnWayAreNamed() {
    assertThat(loss(MEANT.replace("*there*", "_there_")))
        .isEqualTo(
            "The tracker wrote this in its own way, and nothing that is said was lost:"
                + " \"Context\".");
  }

  @Test
  void whatSaysSomethingElseIsSaidToBeLookedAtAgain() {
    assertThat(loss(MEANT.replace("Few.", "Many.")))
        .isEqualTo("It does not say there what it should; it is looked at again.");
  }

  @Test
  void longListsOfPartsAreCutShort() {
    StringBuilder many = new StringBuilder("# Use it\n");
    for (int i = 1; i <= 8; i++) {
      many.append("\n## Part ").append(i).append("\n\nIt is *so*\n");
    }
    String meant = many.toString();
    assertThat(Loss.of(Optional.of(decision(meant)), held(meant.replace("*so*", "_so_"))))
        .endsWithIgnoringCase("\"part 4\", \"part 5\" and 3 more parts.");
  }

  @Test
  void ofWhatIsGoneOrCannotBeReadNothingIsSaid() {
    assertThat(Loss.of(Optional.empty(), held(MEANT))).isEmpty();
    assertThat(Loss.of(Optional.of(decision(MEANT)), Optional.empty())).isEmpty();
  }

  private static String loss(String kept) {
    return Loss.of(Optional.of(decision(MEANT)), held(kept));
  }

  private static Optional<Held> held(String markdown) {
    return Optional.of(
        new Held.Legible(
            decision(markdown), new Original("ref", markdown, Optional.of(Instant.EPOCH))));
  }

  private static Decision decision(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }
}
