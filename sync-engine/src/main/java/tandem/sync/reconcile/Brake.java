package tandem.sync.reconcile;

/**
 * Whether so much is about to be deleted at once that a person should say yes first: rows H01 and
 * H02 of {@code docs/reconcile.md}. Pure.
 */
public final class Brake {
  /** On one link fewer are never held. */
  public static final int FEWEST_OF_A_LINK = 3;

  /** In a mapping, in an hour, fewer are never held. */
  public static final int FEWEST_OF_A_MAPPING = 10;

  /** In per cent of what the sides of a link agree on. */
  public static final int SHARE_OF_A_LINK = 50;

  /** In per cent of what the sides of a mapping's links agree on. */
  public static final int SHARE_OF_A_MAPPING = 20;

  private static final int PER_CENT = 100;

  private Brake() {}

  /**
   * A side of a link looks emptied (row H01).
   *
   * @param deletions how many of its decisions are about to be deleted
   * @param agreed how many both sides agree on
   */
  public static boolean holdsLink(int deletions, int agreed) {
    return deletions >= FEWEST_OF_A_LINK && isMore(deletions, SHARE_OF_A_LINK, agreed);
  }

  /**
   * A mapping is losing more than a person's tidying up would take (row H02).
   *
   * @param deletions how many there were within the last hour, with those that are about to be
   * @param agreed how many there are and were, of the same kind
   */
  public static boolean holdsMapping(int deletions, int agreed) {
    return deletions >= FEWEST_OF_A_MAPPING && isMore(deletions, SHARE_OF_A_MAPPING, agreed);
  }

  private static boolean isMore(int part, int share, int whole) {
    return (long) part * PER_CENT > (long) whole * share;
  }
}
