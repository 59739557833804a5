package tandem.sync.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person ruled about a link's budget tag. It holds for as long as nobody edits either issue:
 * a later edit is newer than the ruling and wins.
 *
 * @param value what both sides are to hold
 * @param left the tags that the left held when it was given
 * @param right the same of the right
 * @param at Tandem's time at which it was given
 */
public record Ruling(
    Kind kind, Draw value, SortedSet<Budget> left, SortedSet<Budget> right, Instant at) {
  public Ruling {
    left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
  }

  /** What the person did. */
  public enum Kind {
    /** Answered an open conflict. */
    CHOICE,
    /** Took an applied change back. */
    UNDO
  }

  /** The tags that a side held when it was given. */
  public SortedSet<Budget> seen(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
