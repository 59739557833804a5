package tandem.sync.store;

/**
 * A part of a list that is ordered by descending id.
 *
 * @param before only entries with a smaller id; {@link Long#MAX_VALUE} begins at the newest
 * @param atMost how many, from 1
 */
public record Slice(long before, int atMost) {
  /** The newest ones. */
  public static Slice newest(int atMost) {
    return new Slice(Long.MAX_VALUE, atMost);
  }
}
