package tandem.sync.simulation;

/** The points at which a process waits for something outside of it. */
enum Await {
  /** The call is on its way and has had no effect yet. */
  CALL,
  /** The call has had its effect and the answer is on its way. */
  ANSWER,
  /** The transaction is about to be committed. */
  COMMIT,
  /** The transaction is committed. */
  COMMITTED
}
