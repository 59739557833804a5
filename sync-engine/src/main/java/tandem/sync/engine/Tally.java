package tandem.sync.engine;

/** Counts what one turn does. */
final class Tally {
  private int reads;
  private int writes;
  private int conflicts;

  /** How a turn ended. */
  enum End {
    CLEAN,
    POSTPONED,
    QUARANTINED,
    LOST
  }

  void read() {
    reads++;
  }

  void write() {
    writes++;
  }

  void conflicts(boolean oneMore) {
    conflicts += one(oneMore);
  }

  void conflicts(int more) {
    conflicts += more;
  }

  RunReport report(End end) {
    return new RunReport(
        1,
        one(end == End.CLEAN && writes == 0),
        one(end == End.CLEAN && writes > 0),
        one(end == End.POSTPONED),
        one(end == End.QUARANTINED),
        one(end == End.LOST),
        reads,
        writes,
        conflicts);
  }

  private static int one(boolean yes) {
    return yes ? 1 : 0;
  }
}
