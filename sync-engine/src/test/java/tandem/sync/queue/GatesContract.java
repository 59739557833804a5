package tandem.sync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;

/** What every {@link Gates} does. */
abstract class GatesContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId OTHER_SITE = new InstallationId(8);

  private Gates gates;

  protected abstract Gates open();

  @BeforeEach
  void openEmpty() {
    gates = open();
  }

  @Test
  void aGateOfOneErrandStopsNothingElse() {
    gates.close(new Gate(Optional.of(SITE), Side.LEFT, Optional.of(Errand.READ)), stop(60));
    assertThat(gates.closed(SITE, Side.LEFT, Errand.READ, at(59))).contains(stop(60));
    assertThat(gates.closed(SITE, Side.LEFT, Errand.WRITE, at(0))).isEmpty();
    assertThat(gates.closed(SITE, Side.RIGHT, Errand.READ, at(0))).isEmpty();
    assertThat(gates.closed(OTHER_SITE, Side.LEFT, Errand.READ, at(0))).isEmpty();
  }

  @Test
  void aGateOfASideStopsAllErrandsThereAndNoneOnTheOtherSide() {
    gates.close(new Gate(Optional.of(SITE), Side.RIGHT, Optional.empty()), stop(60));
    for (Errand errand : Errand.values()) {
      assertThat(gates.closed(SITE, Side.RIGHT, errand, at(0))).isPresent();
      assertThat(gates.closed(SITE, Side.LEFT, errand, at(0))).isEmpty();
    }
  }

  @Test
  void aGateOfEverybodyStopsEveryTenant() {
    gates.close(new Gate(Optional.empty(), Side.LEFT, Optional.empty()), stop(60));
    assertThat(gates.closed(SITE, Side.LEFT, Errand.LIST, at(0))).isPresent();
    assertThat(gates.closed(OTHER_SITE, Side.LEFT, Errand.READ, at(0))).isPresent();
    assertThat(gates.closed(SITE, Side.RIGHT, Errand.READ, at(0))).isEmpty();
  }

  @Test
  void aGateOpensByItselfAndTheLaterOfTwoStopsCounts() {
    Gate gate = new Gate(Optional.of(SITE), Side.LEFT, Optional.empty());
    gates.close(gate, stop(60));
    gates.close(gate, stop(30));
    assertThat(gates.closed(SITE, Side.LEFT, Errand.READ, at(59))).contains(stop(60));
    assertThat(gates.closed(SITE, Side.LEFT, Errand.READ, at(60))).isEmpty();
  }

  @Test
  void ofTheStopsThatConcernATenantTheLongestOfEachSideIsTold() {
    gates.close(new Gate(Optional.of(SITE), Side.LEFT, Optional.of(Errand.READ)), stop(10));
    gates.close(new Gate(Optional.empty(), Side.LEFT, Optional.empty()), stop(60));
    gates.close(new Gate(Optional.of(SITE), Side.RIGHT, Optional.of(Errand.WRITE)), stop(90));
    gates.close(new Gate(Optional.of(OTHER_SITE), Side.RIGHT, Optional.empty()), stop(300));
    assertThat(gates.closed(SITE, at(0))).containsExactly(stop(90), stop(60));
    assertThat(gates.closed(SITE, at(60))).containsExactly(stop(90));
  }

  private static Stop stop(int second) {
    return new Stop(at(second), "until " + second);
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
