package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.LinkId;
import tandem.sync.reconcile.Plan;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Observation;

/**
 * What a dry run says of one page.
 *
 * @param pairs every pair of the page, also one at which nothing would change
 * @param looked right issues listed, those without a twin included
 * @param next where the next page begins; empty at the end
 */
public record Forecast(List<Pair> pairs, int looked, Optional<Cursor> next) {
  public Forecast {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two issues and what would be written.
   *
   * @param link empty where a backfill would make it
   * @param left as the tracker has it now, like {@code right}
   */
  public record Pair(
      Optional<LinkId> link, Observation.Present left, Observation.Present right, Plan plan) {}
}
