package tandem.sync.simulation;

/** A process dies here. An error, so that nothing in the engine takes it for a failure. */
final class Death extends Error {
  private static final long serialVersionUID = 1;

  Death() {
    super("the process dies", null, false, false);
  }
}
