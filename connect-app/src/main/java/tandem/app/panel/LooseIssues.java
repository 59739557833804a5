package tandem.app.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueNews;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;

/**
 * What issues without a twin hold: nobody mirrors them, so Jira is asked, at most once in fifteen
 * seconds an issue however many people look at it, and again as soon as Jira reports a change of it
 * to this node. A failed read is not kept.
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

  /**
   * Empty where Jira has no such issue for the app, or where the mapping is paused. Throws what is
   * answered with 503 where Jira did not answer: no budget and no answer are not the same.
   */
  Optional<Snapshot> read(Installation installation, Mapping mapping, IssueId issue) {
    return seen.get(new Key(installation.id(), issue), key -> ask(mapping, issue));
  }

  @EventListener
  void forget(IssueNews news) {
    seen.invalidate(new Key(news.installation(), news.issue()));
  }

  private Optional<Snapshot> ask(Mapping mapping, IssueId issue) {
    return switch (replicas.open(mapping.id())) {
      case Opened.Paused paused -> Optional.empty();
      case Opened.Ready ready -> snapshot(ready.left().read(issue));
    };
  }

  private static Optional<Snapshot> snapshot(Outcome<Observation> outcome) {
    return switch (outcome) {
      case Outcome.Done<Observation>(Observation.Present present) ->
          Optional.of(present.snapshot());
      case Outcome.Done<Observation>(Observation.Gone gone) -> Optional.empty();
      case Outcome.Failed<Observation> failed ->
          throw Refusal.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "Jira did not answer",
              "The issue's budget could not be read from Jira just now. The panel tries again.");
    };
  }
}
