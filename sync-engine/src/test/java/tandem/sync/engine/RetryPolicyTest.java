package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.Decision.PauseConnection;
import tandem.sync.engine.Decision.Quarantine;
import tandem.sync.engine.Decision.RetryAt;
import tandem.sync.engine.Decision.Wait;
import tandem.sync.replica.RemoteFailure.AccessGone;
import tandem.sync.replica.RemoteFailure.RateLimited;
import tandem.sync.replica.RemoteFailure.RateScope;
import tandem.sync.replica.RemoteFailure.Rejected;
import tandem.sync.replica.RemoteFailure.TrackerDown;
import tandem.sync.replica.RemoteFailure.Unknown;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @Tag("F01")
  @CsvSource({"1,10", "2,10", "3,10", "4,16", "8,256", "9,300", "11,300"})
  void anUnknownOutcomeIsTriedAgainEverMoreSlowlyAndNotBeforeItIsSettled(int attempt, int seconds) {
    assertThat(RetryPolicy.decide(new Unknown("lost"), attempt, NOW))
        .isEqualTo(new RetryAt(NOW.plusSeconds(seconds), "lost"));
  }

  @Test
  @Tag("F01")
  void anUnknownOutcomeThatStaysUnknownIsSetAsideWithItsReason() {
    assertThat(RetryPolicy.decide(new Unknown("lost"), 12, NOW))
        .isEqualTo(new Quarantine("given up after 12 attempts: lost"));
  }

  @Test
  @Tag("F02")
  void anOutageSetsNoLinkAsideHoweverLongItLasts() {
    assertThat(RetryPolicy.decide(new TrackerDown("503"), 1, NOW))
        .isEqualTo(new RetryAt(NOW.plusSeconds(2), "503"));
    assertThat(RetryPolicy.decide(new TrackerDown("503"), Integer.MAX_VALUE, NOW))
        .isEqualTo(new RetryAt(NOW.plusSeconds(300), "503"));
  }

  @Test
  @Tag("F03")
  void aRejectionIsTriedTwiceMoreAndThenSetAsideWithTheTrackersReason() {
    assertThat(RetryPolicy.decide(new Rejected("no such label"), 2, NOW))
        .isEqualTo(new RetryAt(NOW.plusSeconds(4), "no such label"));
    assertThat(RetryPolicy.decide(new Rejected("no such label"), 3, NOW))
        .isEqualTo(new Quarantine("given up after 3 attempts: no such label"));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F04")
  void aRateLimitIsObeyedInItsScope(RateScope scope) {
    Instant until = NOW.plusSeconds(90);
    assertThat(RetryPolicy.decide(new RateLimited(scope, until, "slow"), 99, NOW))
        .isEqualTo(new Wait(scope, until, "slow"));
  }

  @Test
  @Tag("F05")
  void aTrackerThatNamesAnAbsurdTimeIsAskedAgainAfterAnHour() {
    Instant absurd = NOW.plus(Duration.ofDays(4000));
    assertThat(RetryPolicy.decide(new RateLimited(RateScope.TENANT, absurd, "slow"), 1, NOW))
        .isEqualTo(new Wait(RateScope.TENANT, NOW.plus(Duration.ofHours(1)), "slow"));
  }

  @Test
  @Tag("F07")
  void goneAccessPausesTheConnectionAndIsProbedLater() {
    assertThat(RetryPolicy.decide(new AccessGone("revoked"), 99, NOW))
        .isEqualTo(new PauseConnection(NOW.plus(Duration.ofMinutes(15)), "revoked"));
  }

  @Test
  @Tag("F08")
  void aFaultOfOursIsTriedFewTimes() {
    assertThat(RetryPolicy.decideFault("a fault", 4, NOW)).isInstanceOf(RetryAt.class);
    assertThat(RetryPolicy.decideFault("a fault", 5, NOW))
        .isEqualTo(new Quarantine("given up after 5 attempts: a fault"));
  }
}
