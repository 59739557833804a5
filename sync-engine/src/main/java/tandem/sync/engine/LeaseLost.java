package tandem.sync.engine;

/** Another worker took the link over: what this one wanted to keep is undone and discarded. */
final class LeaseLost extends RuntimeException {
  LeaseLost() {
    super("the lease was lost", null, false, false);
  }
}
