package tandem.sync.model;

/**
 * One of the two trackers of a link. {@link #LEFT} is Jira and {@link #RIGHT} is Linear; only the
 * edges may rely on that, the core treats both alike.
 */
public enum Side {
  LEFT,
  RIGHT;

  /** The opposite side. */
  public Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
