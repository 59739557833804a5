package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Observation;
import tandem.sync.store.Glance;

/**
 * Issues that events tell all of. Most events say nothing new: those cost one query, and where
 * their time is newer one statement that keeps it, so that an event that was overtaken by them is
 * known to be. Only what is news is kept in a transaction, after a second look.
 */
final class SeenIssues {
  private final Durable durable;
  private final Sightings decisions;

  SeenIssues(Durable durable) {
    this.durable = durable;
    this.decisions = new Sightings(durable);
  }

  /**
   * Keeps what is new.
   *
   * @param terms whether the observation is in the terms of the link's mapping
   * @return the number of links marked dirty
   */
  int observed(
      InstallationId tenant, Side side, Observation.Present seen, Predicate<MappingId> terms) {
    boolean news =
        glance(tenant, side, seen)
            .filter(known -> !terms.test(known.mapping()) || !isKnown(known, side, seen))
            .isPresent();
    return news ? durable.transactions().within(() -> kept(tenant, side, seen, terms)) : 0;
  }

  private Optional<Glance> glance(InstallationId tenant, Side side, Observation.Present seen) {
    return durable.links().glance(tenant, side, seen.issue());
  }

  /** All of it is known, afterwards its time as well. */
  private boolean isKnown(Glance known, Side side, Observation.Present seen) {
    if (seen.log().isPresent() || !known.decisionsRead()) {
      return false;
    }
    Instant at = seen.snapshot().at();
    if (known.isAfter(at)) {
      return true;
    }
    return holds(known, seen)
        && (isRepetition(known, seen) || durable.links().stillHeld(known, side, seen.key(), at));
  }

  private static boolean holds(Glance known, Observation.Present seen) {
    return !known.side().gone()
        && known
            .side()
            .snapshot()
            .filter(held -> held.budgets().equals(seen.snapshot().budgets()))
            .isPresent();
  }

  private static boolean isRepetition(Glance known, Observation.Present seen) {
    return known.observedAt().equals(Optional.of(seen.snapshot().at()))
        && known.side().key().equals(seen.key());
  }

  private int kept(
      InstallationId tenant, Side side, Observation.Present seen, Predicate<MappingId> terms) {
    List<Glance> dirty =
        glance(tenant, side, seen).stream()
            .filter(known ->
                terms.test(known.mapping()) ? isNews(known, side, seen) : isTouched(known, side))
            .toList();
    durable
        .queue()
        .markDirty(tenant, dirty.stream().map(Glance::link).toList(), durable.clock().instant());
    return dirty.size();
  }

  private boolean isTouched(Glance known, Side side) {
    durable.links().touched(known.link(), side);
    return true;
  }

  private boolean isNews(Glance known, Side side, Observation.Present seen) {
    boolean tags = durable.links().observed(known.link(), side, seen.key(), seen.snapshot());
    boolean silent = known.decisionsRead() && seen.log().isEmpty();
    return (!silent && decisions.areNews(known.link(), side, seen)) || tags;
  }
}
