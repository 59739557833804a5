package tandem.sync.queue;

/** A kind of call to a tracker; each is an endpoint of its own, with limits of its own. */
public enum Errand {
  /** One issue is read. */
  READ,
  /** One issue's tags are changed. */
  WRITE,
  /** One decision is written. */
  WRITE_DECISION,
  /** A page of issues is listed. */
  LIST
}
