package tandem.sandbox.linear.graphql;

import java.util.Map;
import java.util.Optional;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;

/**
 * How the kinds hang together under the schema's field names. A reference {@code team} is held by
 * the column {@code teamId}; a collection is found by the column of its members that points back.
 */
final class Relations {
  /** The members of a collection: rows of a kind whose column holds the owner's id. */
  record Collection(Kind member, String column) {}

  private static final Map<String, Kind> REFERENCES =
      Map.ofEntries(
          Map.entry("WorkflowState.team", Kind.TEAM),
          Map.entry("IssueLabel.team", Kind.TEAM),
          Map.entry("IssueLabel.parent", Kind.LABEL),
          Map.entry("IssueLabel.creator", Kind.USER),
          Map.entry("Issue.team", Kind.TEAM),
          Map.entry("Issue.state", Kind.WORKFLOW_STATE),
          Map.entry("Issue.assignee", Kind.USER),
          Map.entry("Issue.creator", Kind.USER),
          Map.entry("Issue.parent", Kind.ISSUE),
          Map.entry("Document.issue", Kind.ISSUE),
          Map.entry("Document.team", Kind.TEAM),
          Map.entry("Document.creator", Kind.USER),
          Map.entry("Document.updatedBy", Kind.USER),
          Map.entry("Comment.issue", Kind.ISSUE),
          Map.entry("Comment.parent", Kind.COMMENT),
          Map.entry("Comment.user", Kind.USER),
          Map.entry("Comment.resolvingUser", Kind.USER),
          Map.entry("Attachment.issue", Kind.ISSUE),
          Map.entry("Attachment.creator", Kind.USER),
          Map.entry("Webhook.team", Kind.TEAM),
          Map.entry("Webhook.creator", Kind.USER));

  private static final Map<String, Collection> COLLECTIONS =
      Map.ofEntries(
          Map.entry("Team.issues", new Collection(Kind.ISSUE, "teamId")),
          Map.entry("Team.states", new Collection(Kind.WORKFLOW_STATE, "teamId")),
          Map.entry("Team.webhooks", new Collection(Kind.WEBHOOK, "teamId")),
          Map.entry("WorkflowState.issues", new Collection(Kind.ISSUE, "stateId")),
          Map.entry("IssueLabel.children", new Collection(Kind.LABEL, "parentId")),
          Map.entry("Issue.attachments", new Collection(Kind.ATTACHMENT, "issueId")),
          Map.entry("Issue.comments", new Collection(Kind.COMMENT, "issueId")),
          Map.entry("Issue.documents", new Collection(Kind.DOCUMENT, "issueId")),
          Map.entry("Issue.children", new Collection(Kind.ISSUE, "parentId")),
          Map.entry("Comment.children", new Collection(Kind.COMMENT, "parentId")),
          Map.entry("User.assignedIssues", new Collection(Kind.ISSUE, "assigneeId")),
          Map.entry("User.createdIssues", new Collection(Kind.ISSUE, "creatorId")));

  private Relations() {}

  /** The kind that a field points to, where the field is a reference. */
  static Optional<Kind> reference(Row row, String field) {
    return Optional.ofNullable(REFERENCES.get(row.kind().typeName() + "." + field));
  }

  static Optional<Collection> collection(Row row, String field) {
    return Optional.ofNullable(COLLECTIONS.get(row.kind().typeName() + "." + field));
  }
}
