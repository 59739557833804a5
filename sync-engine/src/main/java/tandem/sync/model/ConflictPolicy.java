package tandem.sync.model;

/**
 * Who wins when both sides changed the same thing differently. The value that lost is kept in the
 * conflict and in the receipt, whatever the policy.
 */
public enum ConflictPolicy {
  /** The value that was first seen later, by the trackers' own clocks. */
  LATEST,
  PREFER_LEFT,
  PREFER_RIGHT,
  /** Nobody: both sides stay as they are and the conflict stays open until a person settles it. */
  ASK
}
