package tandem.sync.linear;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

/**
 * What a Linear webhook says, as far as it matters to us. An event is news, not an order: it may be
 * lost, doubled, late or out of order.
 *
 * @see <a href="https://linear.app/developers/webhooks">Webhooks</a>
 */
public sealed interface LinearEvent {

  /** Reads the body of a webhook. Never throws; what cannot be read is {@link Malformed}. */
  static LinearEvent parse(byte[] body) {
    return LinearEventReader.read(body);
  }

  /**
   * An issue was created or changed, and the payload holds all that an observation needs.
   *
   * @param organizationId the workspace that sent it
   * @param identifier for people ({@code SHOP-12})
   * @param updatedAt Linear's own time of this state, in milliseconds
   * @param labelIds all labels of the issue
   */
  record IssueSeen(
      String organizationId,
      String teamId,
      IssueId issue,
      String identifier,
      Instant updatedAt,
      Set<String> labelIds)
      implements LinearEvent {
    public IssueSeen {
      labelIds = Set.copyOf(labelIds);
    }
  }

  /** Something about the issue changed; what it holds now has to be read. */
  record IssueTouched(String organizationId, IssueId issue) implements LinearEvent {}

  /**
   * A document whose title says that it is a decision was written, and the payload holds all of it
   * but the issue to which it belongs.
   *
   * @param seen as a read would give it
   * @param replaced the same of just before; empty where its text did not change, or was none of a
   *     decision
   */
  record DecisionSeen(String organizationId, Original seen, Optional<Original> replaced)
      implements LinearEvent {

    /** What was seen, or was replaced by it, as the decision that it is known as. */
    public static Held read(DecisionId id, Original text) {
      return LinearDocument.held(id, text);
    }
  }

  /** Something about a document changed; whether it is one of our decisions is for us to know. */
  record DocumentTouched(String organizationId, String documentId) implements LinearEvent {}

  /** An event that changes nothing we mirror. {@code event} is its name, shortened. */
  record Ignored(String event) implements LinearEvent {}

  /** Not a webhook body of Linear. {@code why} holds nothing of the body. */
  record Malformed(String why) implements LinearEvent {}
}
