package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import tandem.app.panel.decision.DecisionDraft;
import tandem.app.panel.decision.DecisionWriting;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * What decisions were before their last change, for ten minutes, so that it can be undone. Of this
 * process only, and of the five hundred that were changed last: without it an undo brings back what
 * is shown, or is refused. Safe for many threads.
 */
final class DecisionPasts {
  private static final Duration UNDO = Duration.ofMinutes(10);
  private static final int MOST = 500;

  private final Cache<Place, Past> pasts =
      Caffeine.newBuilder().expireAfterWrite(UNDO).maximumSize(MOST).build();

  /** Which decision of which issue. */
  record Place(InstallationId installation, IssueId issue, DecisionId id) {}

  private record Past(String now, String was) {}

  /**
   * Keeps what a decision was.
   *
   * @param now the tag of what it is since
   */
  void keep(Place place, String now, JsonNode was) {
    pasts.put(place, new Past(now, was.toString()));
  }

  /**
   * What it was, where just that is wanted again and nobody has changed it since.
   *
   * @param now the tag of what it is
   */
  Optional<String> undone(Place place, String now, DecisionDraft wanted) {
    return Optional.ofNullable(pasts.getIfPresent(place))
        .filter(past -> past.now().equals(now))
        .map(Past::was)
        .filter(was -> DecisionWriting.shows(place.id(), was, wanted));
  }
}
