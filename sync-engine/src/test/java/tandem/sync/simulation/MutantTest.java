package tandem.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation catches every engine that lacks one of the precautions. */
class MutantTest {
  /** {@code docs/simulation.md} says for each after how many it really was. */
  private static final long ENOUGH_SEEDS = 200_000;

  /** Held here, so that it stays silent: mutants fail in ways that the engine logs. */
  private static final Logger ENGINE = Logger.getLogger("tandem.sync.engine");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void anEngineThatLacksAPrecautionIsCaught(Mutant mutant) {
    ENGINE.setLevel(Level.OFF);
    Optional<Long> caught = Verdict.firstBroken(1, ENOUGH_SEEDS, mutant);
    assertThat(caught).as("the first seed that breaks a promise").isPresent();
    Verdict verdict = Verdict.of(History.of(caught.orElseThrow()), mutant, false);
    System.out.printf(
        "mutant %s: seed %d, %s%n", mutant, caught.get(), verdict.broken().orElseThrow());
  }
}
