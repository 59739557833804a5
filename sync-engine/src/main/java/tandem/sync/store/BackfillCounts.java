package tandem.sync.store;

/**
 * What a pass has found so far.
 *
 * @param left issues listed on the left
 * @param right issues listed on the right
 * @param linked links that the listed issues have, new ones included
 * @param created of these, links that were new
 * @param foreign right issues whose hints name no left issue of this mapping
 * @param taken right issues whose twin is linked to another issue already; the first link stays
 * @param calls remote calls made, one a page
 */
public record BackfillCounts(
    long left, long right, long linked, long created, long foreign, long taken, long calls) {
  public static final BackfillCounts NONE = new BackfillCounts(0, 0, 0, 0, 0, 0, 0);

  public BackfillCounts plus(BackfillCounts other) {
    return new BackfillCounts(
        left + other.left,
        right + other.right,
        linked + other.linked,
        created + other.created,
        foreign + other.foreign,
        taken + other.taken,
        calls + other.calls);
  }
}
