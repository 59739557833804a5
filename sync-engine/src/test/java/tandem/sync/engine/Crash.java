package tandem.sync.engine;

/** The process dies here. An error, so that nothing in the engine takes it for a failure. */
final class Crash extends Error {
  Crash() {
    super("the process dies", null, false, false);
  }
}
