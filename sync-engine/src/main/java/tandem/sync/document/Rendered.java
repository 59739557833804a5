package tandem.sync.document;

/** A decision as a document. */
public sealed interface Rendered {
  String markdown();

  /** Reading it gives the decision that was written. */
  record Faithful(String markdown) implements Rendered {}

  /**
   * Reading it gives something else, because a piece of Markdown that somebody wrote swallows what
   * follows it (a fence that is never closed). Not to be sent: a person has to mend the piece.
   */
  record Misread(String markdown, Remark why) implements Rendered {}
}
