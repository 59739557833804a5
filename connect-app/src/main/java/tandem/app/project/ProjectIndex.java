package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.sync.replica.Outcome;

/**
 * The issues of projects, kept for a minute and read once for everybody who looks at that time. A
 * failed read is kept for some seconds, so that a queue of readers does not ask a silent Jira one
 * after the other. Everybody is shown only what they may browse.
 *
 * <p>A large project is read whole every quarter of an hour; in between only what was changed.
 */
@Component
public class ProjectIndex {
  /** More issues of a project than the newest so many are not looked at. */
  public static final int MOST_ISSUES = 10_000;

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration SORRY = Duration.ofSeconds(3);
  private static final Duration IDLE = Duration.ofMinutes(20);
  private static final long MOST_KEPT = 300_000;

  private final ProjectReading reading;
  private final Browsing browsing;
  private final InstantSource clock;
  private final ConcurrentMap<Key, ReentrantLock> readers = new ConcurrentHashMap<>();
  private final Cache<Key, Kept> kept;

  private record Key(Installation installation, String projectId) {}

  private record Kept(Instant at, Outcome<Shelf> outcome) {
    int weight() {
      return switch (outcome) {
        case Outcome.Done<Shelf>(Shelf shelf) -> 1 + shelf.issues().size();
        case Outcome.Failed<Shelf> failed -> 1;
      };
    }

    boolean lasts(Instant now) {
      return now.isBefore(
          at.plus(
              switch (outcome) {
                case Outcome.Done<Shelf> done -> FRESH;
                case Outcome.Failed<Shelf> failed -> SORRY;
              }));
    }

    Optional<Shelf> shelf() {
      return switch (outcome) {
        case Outcome.Done<Shelf>(Shelf shelf) -> Optional.of(shelf);
        case Outcome.Failed<Shelf> failed -> Optional.empty();
      };
    }
  }

  ProjectIndex(ProjectReading reading, Browsing browsing, InstantSource clock) {
    this.reading = reading;
    this.browsing = browsing;
    this.clock = clock;
    this.kept =
        Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .maximumWeight(MOST_KEPT)
            .<Key, Kept>weigher((key, it) -> it.weight())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** What the person may browse. Throws the answer where Jira does not give it. */
  public Listing of(Visit visit) {
    Shelf shelf = Answers.valueOf(shelf(new Key(visit.installation(), visit.project().id())));
    List<String> ids = shelf.issues().stream().map(it -> it.name().id()).toList();
    Set<String> visible = Answers.valueOf(browsing.visible(visit, ids));
    return new Listing(
        shelf.issues().stream().filter(it -> visible.contains(it.name().id())).toList(),
        shelf.complete(),
        shelf.fields());
  }

  /** Tandem itself rated an issue: shown at once, before Jira's search tells of it. */
  public void rated(Visit visit, String issueId, OptionalInt impact, OptionalInt effort) {
    kept.asMap()
        .computeIfPresent(
            new Key(visit.installation(), visit.project().id()),
            (key, it) ->
                new Kept(
                    it.at(),
                    it.outcome()
                        .then(shelf -> new Outcome.Done<>(shelf.rated(issueId, impact, effort)))));
  }

  private Outcome<Shelf> shelf(Key key) {
    return lasting(key).orElseGet(() -> alone(key));
  }

  private Optional<Outcome<Shelf>> lasting(Key key) {
    return Optional.ofNullable(kept.getIfPresent(key))
        .filter(it -> it.lasts(clock.instant()))
        .map(Kept::outcome);
  }

  private Outcome<Shelf> alone(Key key) {
    ReentrantLock turn = readers.computeIfAbsent(key, it -> new ReentrantLock());
    turn.lock();
    try {
      return lasting(key).orElseGet(() -> read(key));
    } finally {
      turn.unlock();
    }
  }

  private Outcome<Shelf> read(Key key) {
    Optional<Shelf> before = Optional.ofNullable(kept.getIfPresent(key)).flatMap(Kept::shelf);
    Outcome<Shelf> outcome = reading.read(key.installation(), key.projectId(), before);
    kept.put(key, new Kept(clock.instant(), outcome));
    return outcome;
  }
}
