package tandem.app.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Installation;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;

/**
 * What issues without a twin hold: nobody mirrors them, so Jira is asked, at most once in fifteen
 * seconds an issue however many people look at it. A failed read is an empty answer.
 */
@Component
class LooseIssues {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int MOST = 10_000;

  private final MappedReplicas replicas;
  private final Cache<Key, Optional<Snapshot>> seen;

  private record Key(InstallationId installation, IssueId issue) {}

  LooseIssues(MappedReplicas replicas, InstantSource clock) {
    this.replicas = replicas;
    this.seen =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  Optional<Snapshot> read(Installation installation, Mapping mapping, IssueId issue) {
    return seen.get(new Key(installation.id(), issue), key -> ask(mapping, issue));
  }

  private Optional<Snapshot> ask(Mapping mapping, IssueId issue) {
    return replicas.open(mapping.id()) instanceof Opened.Ready ready
            && ready.left().read(issue) instanceof Outcome.Done<Observation> done
            && done.value() instanceof Observation.Present present
        ? Optional.of(present.snapshot())
        : Optional.empty();
  }
}
