package tandem.app.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.connection.TeamEffort;
import tandem.sync.linear.LinearEffort.Drawn;
import tandem.sync.linear.LinearEffort.Listing;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.Gates;
import tandem.sync.queue.Stop;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * What the mapped teams' issues draw on their budgets, as Linear last told: asked for at most every
 * five minutes a mapping however many people look, and not while Linear wants to be left alone.
 */
@Component
class TeamIssues {
  private static final Duration COUNTS = Duration.ofMinutes(5);
  private static final Duration SORRY = Duration.ofSeconds(20);
  private static final Duration REACH = Duration.ofDays(400);
  private static final int MOST = 1_000;

  private final TeamEffort effort;
  private final MappedReplicas replicas;
  private final Gates gates;
  private final InstantSource clock;
  private final Cache<MappingId, Seen> seen;

  /**
   * The issues.
   *
   * @param why why they are not all, or none; a sentence
   */
  record Seen(List<Drawn> issues, Optional<String> why) {
    static final Seen NOTHING = new Seen(List.of(), Optional.empty());

    private static Seen without(String why) {
      return new Seen(
          List.of(), Optional.of("Issues that are only in Linear are not counted: " + why));
    }

    private static Seen of(Listing listing) {
      return new Seen(
          listing.issues(),
          listing.complete()
              ? Optional.empty()
              : Optional.of(
                  "The team has more issues in Linear than the newest %,d that are counted."
                      .formatted(listing.issues().size())));
    }
  }

  TeamIssues(TeamEffort effort, MappedReplicas replicas, Gates gates, InstantSource clock) {
    this.effort = effort;
    this.replicas = replicas;
    this.gates = gates;
    this.clock = clock;
    this.seen =
        Caffeine.newBuilder()
            .expireAfter(
                Expiry.<MappingId, Seen>creating((id, it) -> it.why().isEmpty() ? COUNTS : SORRY))
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Never fails: a report without Linear is better than none, and says so. */
  Seen of(Mapping mapping) {
    return seen.get(mapping.id(), id -> ask(mapping));
  }

  private Seen ask(Mapping mapping) {
    Instant now = clock.instant();
    return replicas
        .pauseOf(mapping)
        .or(() -> gates.closed(mapping.installation(), Side.RIGHT, Errand.LIST, now).map(Stop::why))
        .map(Seen::without)
        .orElseGet(() -> listed(mapping, now));
  }

  private Seen listed(Mapping mapping, Instant now) {
    return switch (effort.of(mapping).since(now.minus(REACH))) {
      case Outcome.Done<Listing>(Listing listing) -> Seen.of(listing);
      case Outcome.Failed<Listing>(RemoteFailure failure) -> Seen.without(failure.why());
    };
  }
}
