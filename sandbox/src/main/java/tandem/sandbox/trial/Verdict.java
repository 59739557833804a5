package tandem.sandbox.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a row ended.
 *
 * @param healed how long after the last fault all pairs agreed; empty when they did not
 * @param setAside links that wait for an operator
 */
record Verdict(
    FaultRow row,
    Edits edits,
    long calls,
    Optional<Duration> healed,
    Lost lost,
    Things things,
    Disputes disputes,
    int setAside,
    String restarts) {

  /**
   * What people did.
   *
   * @param budgets chosen
   * @param rewritten decisions
   * @param begun decisions that were not there
   * @param issues made in Jira
   */
  record Edits(int budgets, int rewritten, int begun, int issues) {}

  /**
   * What became of edits.
   *
   * @param complaints those that are not accounted for, a sentence each
   * @param untold those between the app's look and the effect of its write of which nothing ever
   *     told it (known limits): words of decisions whose events were lost, and clearings of a
   *     budget
   */
  record Lost(List<String> complaints, int untold) {
    Lost {
      complaints = List.copyOf(complaints);
    }

    Lost plus(Lost other) {
      return new Lost(
          Stream.concat(complaints.stream(), other.complaints.stream()).toList(),
          untold + other.untold);
    }
  }

  /**
   * How many things there are that there should not be, and the other way round.
   *
   * @param doubled that are there twice, or that nobody made
   * @param missing that are gone, or were not made on the other side
   */
  record Things(long doubled, long missing) {
    boolean areRight() {
      return doubled == 0 && missing == 0;
    }
  }

  /**
   * What the app calls a conflict.
   *
   * @param inDoubt where an event was lost that would have told whether an edit was replaced
   *     knowingly, so that it is kept (row D24 of docs/reconcile.md)
   * @param unexplained any other one of a pair whose people never edited past each other
   */
  record Disputes(int all, int inDoubt, List<String> unexplained) {
    Disputes {
      unexplained = List.copyOf(unexplained);
    }
  }

  boolean isClean() {
    return healed.isPresent()
        && lost.complaints().isEmpty()
        && things.areRight()
        && disputes.unexplained().isEmpty()
        && setAside == 0;
  }

  String healing() {
    return healed.map(time -> "%.1f s".formatted(time.toMillis() / 1000.0)).orElse("never");
  }
}
