package tandem.sandbox.trial;

import tandem.sandbox.stage.Supervisor;

/** Counts what the supervisor did since this was made. */
final class Restarts {
  private final Supervisor supervisor;
  private final int starts;
  private final int givenUp;

  Restarts(Supervisor supervisor) {
    this.supervisor = supervisor;
    this.starts = supervisor.starts();
    this.givenUp = supervisor.givenUp();
  }

  /** For instance {@code 4, of them 1 unwell}. */
  String sinceThen() {
    int unwell = supervisor.givenUp() - givenUp;
    int all = supervisor.starts() - starts;
    return unwell == 0 ? String.valueOf(all) : all + ", of them " + unwell + " unwell";
  }
}
