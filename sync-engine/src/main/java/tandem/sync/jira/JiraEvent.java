package tandem.sync.jira;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

/**
 * What a Jira webhook says, as far as it matters to us. An event is news, not an order: it may be
 * lost, doubled, late or out of order.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/webhooks/">Webhooks</a>
 */
public sealed interface JiraEvent {

  /** Reads the body of a webhook. Never throws; what cannot be read is {@link Malformed}. */
  static JiraEvent parse(byte[] body) {
    return JiraEventReader.read(body);
  }

  /**
   * An issue was created or changed, and the payload holds all that an observation needs.
   *
   * @param updated Jira's own time of this state, in milliseconds
   * @param labels all labels of the issue, as Jira writes them
   */
  record IssueSeen(String projectId, IssueId issue, String key, Instant updated, Set<String> labels)
      implements JiraEvent {
    public IssueSeen {
      labels = Set.copyOf(labels);
    }
  }

  /** Something about the issue changed; what it holds now has to be read. */
  record IssueTouched(IssueId issue) implements JiraEvent {}

  /**
   * A decision was written, and the payload holds all of it. What Jira puts into the body of this
   * event is not documented; without the value it is {@link IssueTouched}.
   *
   * @param seen as a read would give it; without a time
   * @param at the time of the event
   */
  record DecisionSeen(IssueId issue, Original seen, Optional<Instant> at) implements JiraEvent {

    /** The decision that it is; empty where the property's name is not of our form. */
    public Optional<DecisionId> id() {
      return JiraDecision.id(seen.ref());
    }

    /** What was seen, as a decision of this id. */
    public Held held(DecisionId id) {
      return JiraDecision.read(id, seen.text(), Instant.MAX);
    }
  }

  /** A decision was deleted, whatever the body still says of it. */
  record DecisionGone(IssueId issue, String key) implements JiraEvent {}

  /** A property of ours that is not mirrored was written or deleted: a panel's document. */
  record PropertyTouched(IssueId issue, String key) implements JiraEvent {}

  /** An event that changes nothing we mirror. {@code event} is its name, shortened. */
  record Ignored(String event) implements JiraEvent {}

  /** Not a webhook body of Jira. {@code why} holds nothing of the body. */
  record Malformed(String why) implements JiraEvent {}
}
