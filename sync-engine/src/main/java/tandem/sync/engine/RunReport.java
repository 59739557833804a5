package tandem.sync.engine;

/**
 * What one call of {@link Engine#runDue} did, in numbers for metrics.
 *
 * @param claimed links that were worked on
 * @param unchanged of these, links that needed no write: echoes and repeated news end here
 * @param settled of these, links whose two sides agree now after at least one write
 * @param postponed of these, links that went back to the queue: failed, limited or paused
 * @param quarantined of these, links set aside for a person
 * @param lost of these, links whose lease another worker took over; their result was discarded
 * @param reads remote reads made
 * @param writes remote writes made, answered or not
 * @param conflicts conflicts found, whether a policy answered them or not
 */
public record RunReport(
    int claimed,
    int unchanged,
    int settled,
    int postponed,
    int quarantined,
    int lost,
    int reads,
    int writes,
    int conflicts) {
  public static final RunReport NOTHING = new RunReport(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public RunReport plus(RunReport other) {
    return new RunReport(
        claimed + other.claimed,
        unchanged + other.unchanged,
        settled + other.settled,
        postponed + other.postponed,
        quarantined + other.quarantined,
        lost + other.lost,
        reads + other.reads,
        writes + other.writes,
        conflicts + other.conflicts);
  }
}
