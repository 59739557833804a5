package tandem.sync.store;

/** Why a sweep found something that Tandem did not know. */
public enum DriftCause {
  /** No event had told of it. */
  MISSED,
  /** So fresh that its event may have been on its way. */
  UNDER_WAY,
  /** What Tandem had written was put back to what it was before, and no event told of that. */
  OVERWRITTEN,
  /** As {@link #MISSED}, on an issue that Linear's own Jira sync writes to as well. */
  NATIVE_SYNC,
  /** Two issues that name each other and were not linked; they are now. */
  NEVER_LINKED
}
