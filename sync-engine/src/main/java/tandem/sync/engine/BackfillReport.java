package tandem.sync.engine;

import java.util.Optional;

/**
 * What a backfill found.
 *
 * @param left issues listed on the left
 * @param right issues listed on the right
 * @param linked links that the listed issues have, new ones included
 * @param created of these, links that were new
 * @param foreign right issues whose hints name no left issue of this mapping
 * @param taken right issues whose twin is linked to another issue already; the first link stays
 * @param calls remote calls made, one a page
 * @param stopped why it ended early, in one sentence for the admin; empty when it went through
 */
public record BackfillReport(
    int left,
    int right,
    int linked,
    int created,
    int foreign,
    int taken,
    int calls,
    Optional<String> stopped) {

  /** Nothing was looked at. */
  static BackfillReport notBegun(String why) {
    return new BackfillReport(0, 0, 0, 0, 0, 0, 0, Optional.of(why));
  }
}
