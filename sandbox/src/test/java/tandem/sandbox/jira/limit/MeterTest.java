package tandem.sandbox.jira.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tandem.sandbox.jira.limit.Exceeded.Reason;

class MeterTest {
  private static final Limits WIDE = Limits.documented().bursts(Limits.Burst.of(1_000));
  private Instant now = Instant.parse("2026-11-20T07:59:58Z");

  @Test
  void theTwentyFirstWriteOfAnIssueInTwoSecondsMustWaitForTheFirstToAge() {
    var meter = meter(WIDE);
    for (int i = 0; i < 20; i++) {
      assertThat(write(meter, "10000")).isEmpty();
      now = now.plusMillis(10);
    }
    var refused = write(meter, "10000").orElseThrow();
    assertThat(refused.reason()).isEqualTo(Reason.ISSUE_WRITES);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(1_800));
    assertThat(write(meter, "10001")).isEmpty();
    now = now.plus(refused.retryAfter());
    assertThat(write(meter, "10000")).isEmpty();
  }

  @Test
  void theHundredAndFirstWriteInThirtySecondsIsRefusedHoweverTheyAreSpread() {
    var meter = meter(WIDE);
    for (int i = 0; i < 100; i++) {
      assertThat(write(meter, "10000")).isEmpty();
      now = now.plusMillis(200);
    }
    assertThat(write(meter, "10000")).isPresent();
    now = now.plusSeconds(10);
    assertThat(write(meter, "10000")).isEmpty();
  }

  @Test
  void aBurstIsOfItsEndpointOnlyAndRefillsWithTime() {
    var meter = meter(Limits.documented().bursts(Limits.Burst.of(2)));
    assertThat(read(meter, "GET /a")).isEmpty();
    assertThat(read(meter, "GET /a")).isEmpty();
    assertThat(read(meter, "GET /a").map(Exceeded::reason)).contains(Reason.BURST);
    assertThat(read(meter, "GET /b")).isEmpty();
    now = now.plusMillis(500);
    assertThat(read(meter, "GET /a")).isEmpty();
  }

  @Test
  void pointsRunOutUntilTheTopOfTheHour() {
    var meter = meter(WIDE.points(10));
    assertThat(read(meter, "GET /a")).isEmpty();
    meter.charge(9);
    var refused = read(meter, "GET /a").orElseThrow();
    assertThat(refused.reason()).isEqualTo(Reason.POINTS);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    assertThat(meter.used()).isEqualTo(10);
    now = now.plusSeconds(2);
    assertThat(read(meter, "GET /a")).isEmpty();
    assertThat(meter.remaining()).isEqualTo(9);
  }

  @Test
  void theRefusalNamesItsReasonAndItsEndInTheDocumentedHeaders() {
    var headers = new Exceeded(Reason.POINTS, now, Duration.ofMillis(1_200)).reply().headers();
    assertThat(headers)
        .containsEntry("Retry-After", "2")
        .containsEntry("RateLimit-Reason", "jira-quota-global-based")
        .containsEntry("X-RateLimit-Reset", "2026-11-20T08:00:00Z");
  }

  private Meter meter(Limits limits) {
    return new Meter(limits, () -> now);
  }

  private static Optional<Exceeded> write(Meter meter, String issue) {
    var operation = "PUT /rest/api/3/issue/{issueIdOrKey}";
    return meter.enter(new Meter.Request("tandem", "PUT", operation, issue));
  }

  private static Optional<Exceeded> read(Meter meter, String operation) {
    return meter.enter(new Meter.Request("tandem", "GET", operation, ""));
  }
}
