package tandem.sandbox.bench;

import java.time.Duration;

/**
 * What was found with so many links. Times are medians of the runs.
 *
 * @param change of the budget, one after the other, nothing else going on
 * @param decision recorded or rewritten, likewise
 */
record Measured(
    int links, Passes passes, Change change, Change decision, Pace pace, Intake.Result intake) {

  /** Two backfills: when nothing was known, and when everything was linked and equal. */
  record Passes(Backfill first, Backfill again) {}

  /**
   * A pass over all pairs.
   *
   * @param calls for each pair
   * @param peakMiB the most memory that the app ever used until its end
   */
  record Backfill(Duration time, double calls, long peakMiB) {}

  /** What one mirrored change costs. */
  record Change(double calls, double jiraPoints) {
    /** The app does not mirror this. */
    static final Change NOT_MIRRORED = new Change(Double.NaN, Double.NaN);
  }

  /**
   * Changes at an even pace.
   *
   * @param arrived of those that were made, how many were written on the other side
   * @param app processor time for each
   * @param database processor time for each
   */
  record Pace(
      int made, int arrived, Duration median, Duration most, Duration app, Duration database) {}
}
