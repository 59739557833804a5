package tandem.sync.linear;

import java.util.Optional;
import java.util.UUID;
import tandem.sync.document.TitledDocument;
import tandem.sync.linear.graphql.fragment.Written;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

/** A Linear document as a decision. */
final class LinearDocument {
  private static final int VERSION = 4;

  private LinearDocument() {}

  /**
   * The id of the document that holds a decision. One that a person started in Linear is named by
   * its document, so that its document is brought back and not made a second time; for any other
   * the id is derived.
   */
  static String idOf(IssueId issue, DecisionId decision) {
    return isUuid(decision.value())
        ? decision.value()
        : DerivedId.of("decision", issue.value(), decision.value());
  }

  /** The id of the document that a comment asks for. */
  static String idOfCommented(String commentId) {
    return DerivedId.of("decision-comment", commentId);
  }

  /** The decision that a document of a person is; empty for an id that cannot name one. */
  static Optional<DecisionId> startedAs(String documentId) {
    return isUuid(documentId) ? Optional.of(new DecisionId(documentId)) : Optional.empty();
  }

  /** Neither archived nor in the bin. */
  static boolean isThere(Written document) {
    return document.archivedAt.isEmpty() && !document.trashed.orElse(false);
  }

  static TitledDocument titled(Written document) {
    return new TitledDocument(document.title, document.content.orElse(""));
  }

  static Held held(DecisionId id, Written document) {
    return held(
        id, new Original(document.id, titled(document).text(), Optional.of(document.updatedAt)));
  }

  /** The same from an event, which has title and text as a read has them. */
  static Held held(DecisionId id, Original original) {
    TitledDocument titled = TitledDocument.of(original.text());
    if (titled.content().length() > Decision.LARGEST) {
      return tooLong(original);
    }
    Decision decision = titled.read(id).decision();
    return decision.fits() ? new Held.Legible(decision, original) : tooLong(original);
  }

  private static Held tooLong(Original original) {
    return new Held.Illegible(
        original,
        "the document is longer than Jira keeps with an issue, about %,d characters; shorten it, or"
                .formatted(Decision.LARGEST)
            + " move a part into a linked page");
  }

  private static boolean isUuid(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.version() == VERSION && uuid.toString().equals(text);
    } catch (IllegalArgumentException notUuid) {
      return false;
    }
  }
}
