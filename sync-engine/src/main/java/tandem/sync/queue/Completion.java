package tandem.sync.queue;

/** What became of a claim that its owner completed. */
public enum Completion {
  /** The link is clean. */
  DONE,
  /** News arrived meanwhile: the link is due again at once. */
  DIRTY_AGAIN,
  /** The claim was lost before; nothing was changed and the owner's result must be discarded. */
  LOST
}
