package tandem.sync.http;

/** What a call does to the tracker, whatever its HTTP method; decides what its failure means. */
public enum Effect {
  /** Changes nothing: a failed one did not happen and may be repeated. */
  READ,
  /** Changes something: one that was sent and not answered may have happened. */
  WRITE
}
