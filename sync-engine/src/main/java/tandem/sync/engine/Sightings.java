package tandem.sync.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.LinkId;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Mark;
import tandem.sync.replica.Observation;
import tandem.sync.store.DecisionStore;
import tandem.sync.store.DecisionStore.Placed;
import tandem.sync.store.Sight;

/**
 * Decisions that a listing or an event tells of. No tracker tells the time of all of them together,
 * so nothing says whether such news is older than what is known: only the first look at a side is
 * kept, and a single decision whose own time is newer than the newest look at it. Whatever else
 * differs makes the side stale, and it is read before it is relied on.
 */
final class Sightings {
  private final Durable durable;

  Sightings(Durable durable) {
    this.durable = durable;
  }

  /** Within the caller's transaction. Also where the side's decisions were never read at all. */
  boolean areNews(LinkId link, Side side, Observation.Present seen) {
    Optional<Map<DecisionId, String>> known = store().marks(link, side);
    if (known.isEmpty()) {
      seen.log().ifPresent(log -> keep(link, side, log));
      return true;
    }
    boolean news = seen.log().map(Sightings::marks).filter(known.get()::equals).isEmpty();
    if (seen.log().isPresent() && news) {
      durable.links().touched(link, side);
    }
    return seen.log().isPresent() && news;
  }

  /**
   * Keeps what an event brought along, where the tracker says that it is newer than the newest
   * look. False where it is not, or nobody can tell, or it cannot be read: then it has to be looked
   * at.
   */
  boolean isKeptAsNewer(Placed placed, Side side, Held seen) {
    Optional<Instant> newest = newest(placed, side);
    Optional<Instant> at = seen.original().at();
    boolean newer = at.isPresent() && newest.filter(at.get()::isAfter).isPresent();
    if (newer && seen instanceof Held.Legible) {
      Sight sight = new Notation().sight(seen, at.get());
      store().observed(placed.link(), side, placed.id(), sight);
      return true;
    }
    return false;
  }

  /** It was written after the newest look at it, or nobody can tell when that was. */
  boolean isNewer(Placed placed, Side side, ListedDecision listed) {
    Instant newest = newest(placed, side).orElse(Instant.MIN);
    return listed.at().filter(newest::isBefore).isPresent();
  }

  /** The tracker's time of the newest look at a decision. */
  private Optional<Instant> newest(Placed placed, Side side) {
    return store()
        .find(placed.link())
        .of(placed.id())
        .sight(side)
        .flatMap(Sight::trace)
        .flatMap(Sight.Trace::at);
  }

  /** It is on the side just as it was last seen there. */
  boolean isKnown(LinkId link, Side side, Original seen) {
    return store()
        .marks(link, side)
        .filter(marks -> marks.containsValue(Mark.of(seen)))
        .isPresent();
  }

  /** Something stands on the side by this name, as far as is known. */
  boolean stands(LinkId link, Side side, String ref) {
    return store().find(link).all().values().stream()
        .flatMap(state -> state.sight(side).flatMap(Sight::trace).stream())
        .anyMatch(trace -> trace.ref().equals(ref));
  }

  private void keep(LinkId link, Side side, DecisionLog log) {
    Notation notation = new Notation();
    Map<DecisionId, Sight> sights = new HashMap<>();
    var now = durable.clock().instant();
    log.decisions().forEach((id, held) -> sights.put(id, notation.sight(held, now)));
    store().observed(link, side, sights, now);
  }

  private static Map<DecisionId, String> marks(DecisionLog log) {
    Map<DecisionId, String> marks = new HashMap<>();
    log.decisions().forEach((id, held) -> marks.put(id, Mark.of(held.original())));
    return marks;
  }

  private DecisionStore store() {
    return durable.links().decisions();
  }
}
