package tandem.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NemesisTest {
  private static final FaultPlan MIXED =
      FaultPlan.none()
          .with(0.2, new Fault.ErrorAfter(500))
          .with(0.1, new Fault.ResetBefore())
          .with(0.5, new HookFault.Lost());

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(thousand(7)).isEqualTo(thousand(7)).isNotEqualTo(thousand(8));
  }

  @Test
  void aRateIsMetInTheLongRun() {
    assertThat(thousand(7).stream().filter(Optional::isPresent).count()).isBetween(250L, 350L);
  }

  @Test
  void withoutAPlanNothingGoesWrong() {
    var nemesis = new Nemesis(1);
    assertThat(nemesis.onRequest("GET /x")).isEmpty();
    assertThat(nemesis.onDelivery()).isEmpty();
  }

  @Test
  void aPlannedFaultStrikesItsOperationOnce() {
    var nemesis = new Nemesis(1);
    nemesis.next("GET /x", new Fault.ResetAfter());
    assertThat(nemesis.onRequest("GET /y")).isEmpty();
    assertThat(nemesis.onRequest("GET /x")).contains(new Fault.ResetAfter());
    assertThat(nemesis.onRequest("GET /x")).isEmpty();
  }

  @Test
  void ratesThatSumToMoreThanOneAreRefused() {
    var half = FaultPlan.none().with(0.6, new Fault.ResetBefore());
    assertThatThrownBy(() -> half.with(0.6, new Fault.ResetAfter())).hasMessageContaining("1.2");
  }

  private static List<Optional<Fault>> thousand(long seed) {
    var nemesis = new Nemesis(seed);
    nemesis.set(MIXED);
    return Stream.generate(() -> nemesis.onRequest("GET /x")).limit(1000).toList();
  }
}
