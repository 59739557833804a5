package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story of a decision catches every engine that lacks one of the precautions. */
class DecisionMutantTest {
  private static final long ENOUGH_SEEDS = 5_000;

  /** Held here, so that it stays silent: mutants fail in ways that the engine logs. */
  private static final Logger ENGINE = Logger.getLogger("tandem.sync.engine");

  @BeforeAll
  static void silence() {
    ENGINE.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    ENGINE.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyMutantIsCaught(DecisionMutant mutant) {
    Optional<Long> caught = DecisionVerdict.firstBroken(1, ENOUGH_SEEDS, mutant);
    assertThat(caught).as("%s lives", mutant).isPresent();
    DecisionVerdict verdict = DecisionVerdict.of(DecisionHistory.of(caught.get()), mutant);
    System.out.printf(
        "mutant of decisions %s: seed %d, %s%n",
        mutant, caught.get(), verdict.broken().orElseThrow().lines().findFirst().orElseThrow());
  }
}
