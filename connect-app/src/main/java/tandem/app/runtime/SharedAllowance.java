package tandem.app.runtime;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tandem.sync.engine.Allowance;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.Stop;

/**
 * The background's share of each tracker's hourly limit, counted in PostgreSQL for all nodes
 * together: four fifths, the rest is for people. Jira's limit is counted in points and filled anew
 * at the top of each UTC hour, Linear's both in requests and in points of complexity and filled
 * steadily, as the two say of theirs.
 *
 * <p>Calls that come at once are counted in one transaction. Where the count cannot be kept the
 * call is made: the trackers' own limits still hold.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">Jira's</a>
 * @see <a href="https://linear.app/developers/rate-limiting">Linear's rate limits</a>
 */
final class SharedAllowance implements Allowance {
  private static final Logger LOG = LoggerFactory.getLogger(SharedAllowance.class);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SHORTEST_STOP = Duration.ofSeconds(5);
  private static final int BACKGROUND_PER_CENT = 80;

  /** An issue and the request for it; a page of a listing is a hundred issues. */
  private static final int POINTS_FOR_AN_ISSUE = 2;

  private static final int POINTS_FOR_A_PAGE = 101;

  /** The dearest operation of each errand in Linear, by its formula for complexity. */
  private static final int COMPLEXITY_OF_AN_ISSUE = 97;

  private static final int COMPLEXITY_OF_A_WRITE = 5;
  private static final int COMPLEXITY_OF_A_PAGE = 1_262;

  private final ProxyManager<String> table;
  private final ConcurrentMap<String, BucketProxy> buckets = new ConcurrentHashMap<>();
  private final HourlyLimits limits;
  private final InstantSource clock;

  SharedAllowance(DataSource source, HourlyLimits limits, InstantSource clock) {
    this.table =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("call_allowance")
            .idColumn("id")
            .clientClock(new WallClock(clock))
            .build();
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Optional<Stop> spend(InstallationId tenant, Side side, Errand errand) {
    try {
      return shares(tenant, side, errand).stream()
          .map(share -> bucket(share, side).tryConsumeAndReturnRemaining(share.cost()))
          .filter(probe -> !probe.isConsumed())
          .findFirst()
          .map(probe -> stop(side, probe));
    } catch (RuntimeException uncounted) {
      LOG.warn(
          "A call of installation {} was not counted: {}", tenant.value(), uncounted.toString());
      return Optional.empty();
    }
  }

  /**
   * A part of a limit. A changed limit is another part: its count begins anew.
   *
   * @param cost what the call takes of it
   */
  private record Share(String whose, long perHour, int cost) {}

  private List<Share> shares(InstallationId tenant, Side side, Errand errand) {
    String own = Long.toString(tenant.value());
    return switch (side) {
      case LEFT -> {
        int points = errand == Errand.LIST ? POINTS_FOR_A_PAGE : POINTS_FOR_AN_ISSUE;
        yield List.of(
            new Share(own, background(limits.jiraPointsOfATenant(), POINTS_FOR_A_PAGE), points),
            new Share("all", background(limits.jiraPointsOfAll(), POINTS_FOR_A_PAGE), points));
      }
      case RIGHT ->
          List.of(
              new Share(own, background(limits.linearRequestsOfATenant(), 1), 1),
              new Share(
                  own + " points",
                  background(limits.linearPointsOfATenant(), COMPLEXITY_OF_A_PAGE),
                  complexity(errand)));
    };
  }

  private static int complexity(Errand errand) {
    return switch (errand) {
      case READ -> COMPLEXITY_OF_AN_ISSUE;
      case WRITE, WRITE_DECISION -> COMPLEXITY_OF_A_WRITE;
      case LIST -> COMPLEXITY_OF_A_PAGE;
    };
  }

  private BucketProxy bucket(Share share, Side side) {
    return buckets.computeIfAbsent(
        share.whose() + " " + side + " " + share.perHour(),
        name ->
            table
                .builder()
                .withOptimization(Optimizations.batching())
                .build(name, () -> configuration(side, share.perHour())));
  }

  private Stop stop(Side side, ConsumptionProbe probe) {
    Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    return new Stop(
        clock.instant().plus(wait.compareTo(SHORTEST_STOP) < 0 ? SHORTEST_STOP : wait),
        "The background's share of this hour's calls to "
            + (side == Side.LEFT ? "Jira" : "Linear")
            + " is used up; what is left is kept for people. It goes on by itself.");
  }

  private BucketConfiguration configuration(Side side, long perHour) {
    return switch (side) {
      case LEFT -> jira(perHour);
      case RIGHT -> linear(perHour);
    };
  }

  private BucketConfiguration jira(long share) {
    Instant topOfTheHour = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(HOUR);
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(share).refillIntervallyAligned(share, HOUR, topOfTheHour))
        .build();
  }

  private static BucketConfiguration linear(long share) {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(share).refillGreedy(share, HOUR))
        .build();
  }

  /** At least what one page costs, however small a limit is set. */
  private static long background(int limit, int least) {
    return Math.max(least, (long) limit * BACKGROUND_PER_CENT / 100);
  }
}
