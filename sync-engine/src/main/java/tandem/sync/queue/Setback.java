package tandem.sync.queue;

/** Why work on a link did not come through. Only setbacks of one kind in a row add up. */
public enum Setback {
  /** A tracker could not be reached. */
  DOWN,
  /** It is not known whether a write happened; it may still happen, a little later. */
  UNKNOWN,
  /** A tracker refused. */
  REJECTED,
  /** A fault of ours. */
  FAULT,
  /** The worker vanished: its lease ran out. */
  INTERRUPTED;

  /** Whether news may cut the wait after it short. */
  boolean yieldsToNews() {
    return this != UNKNOWN;
  }
}
