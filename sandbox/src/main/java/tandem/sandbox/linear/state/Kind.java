package tandem.sandbox.linear.state;

import java.util.HashSet;
import java.util.Set;

/**
 * The kinds of row that the workspace holds. A row keeps its columns under the field names of
 * Linear's GraphQL schema, so that one table serves queries, filters, inputs and webhooks.
 *
 * <p>The last three are credentials. They have no GraphQL type and no query reaches them.
 */
public enum Kind {
  ORGANIZATION("Organization", "name", "urlKey"),
  USER("User", "name", "displayName", "email", "admin", "app", "active"),
  TEAM("Team", "name", "displayName", "key", "description", "color", "icon", "issueCounter"),
  WORKFLOW_STATE("WorkflowState", "name", "type", "color", "position", "description", "teamId"),
  LABEL(
      "IssueLabel",
      "name",
      "color",
      "description",
      "isGroup",
      "groupType",
      "retiredAt",
      "lastAppliedAt",
      "parentId",
      "teamId",
      "creatorId"),
  ISSUE(
      "Issue",
      "title",
      "description",
      "number",
      "identifier",
      "previousIdentifiers",
      "priority",
      "estimate",
      "dueDate",
      "sortOrder",
      "labelIds",
      "trashed",
      "startedAt",
      "completedAt",
      "canceledAt",
      "botActor",
      "syncedWith",
      "teamId",
      "stateId",
      "assigneeId",
      "creatorId",
      "parentId"),
  DOCUMENT(
      "Document",
      "title",
      "content",
      "icon",
      "color",
      "slugId",
      "sortOrder",
      "trashed",
      "hiddenAt",
      "issueId",
      "teamId",
      "creatorId",
      "updatedById"),
  COMMENT(
      "Comment",
      "body",
      "editedAt",
      "resolvedAt",
      "quotedText",
      "botActor",
      "issueId",
      "parentId",
      "userId",
      "resolvingUserId"),
  ATTACHMENT(
      "Attachment",
      "title",
      "subtitle",
      "url",
      "metadata",
      "groupBySource",
      "issueId",
      "creatorId"),
  WEBHOOK(
      "Webhook",
      "label",
      "url",
      "secret",
      "enabled",
      "allPublicTeams",
      "resourceTypes",
      "failures",
      "applicationId",
      "teamId",
      "creatorId"),
  APPLICATION(
      "Application",
      "name",
      "clientId",
      "clientSecret",
      "redirectUris",
      "webhookUrl",
      "webhookSecret",
      "resourceTypes"),
  GRANT(
      "Grant",
      "accessToken",
      "refreshToken",
      "spentRefreshToken",
      "spentAt",
      "expiresAt",
      "revokedAt",
      "scopes",
      "actor",
      "applicationId",
      "userId"),
  API_KEY("ApiKey", "key", "userId");

  private final String typeName;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
  private final Set<String> columns;

  Kind(String typeName, String... columns) {
    this.typeName = typeName;
    Set<String> all = new HashSet<>(Set.of(columns));
    all.addAll(Set.of("id", "createdAt", "updatedAt", "archivedAt"));
    this.columns = Set.copyOf(all);
  }

  /** The GraphQL object type that rows of this kind are shown as. */
  public String typeName() {
    return typeName;
  }

  /** Whether a row of this kind can hold {@code column}; a column that is not set reads as null. */
  public boolean has(String column) {
    return columns.contains(column);
  }
}
