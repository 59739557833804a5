package tandem.sync.linear;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.linear.graphql.ChangedIssuesQuery;
import tandem.sync.linear.graphql.fragment.Tagged;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;

/** Linear's issues in Tandem's terms, as one team sees them. */
final class LinearIssues {
  private static final int LONGEST_HINT = 2_048;

  private final LinearTeam team;

  LinearIssues(LinearTeam team) {
    this.team = team;
  }

  Observation observation(Tagged issue) {
    return isOurs(issue) ? present(issue) : new Observation.Gone(new IssueId(issue.id));
  }

  private boolean isOurs(Tagged issue) {
    return issue.archivedAt.isEmpty()
        && !issue.trashed.orElse(false)
        && issue.team.id.equals(team.teamId());
  }

  private Observation.Present present(Tagged issue) {
    return new Observation.Present(
        new IssueId(issue.id),
        issue.identifier,
        new Snapshot(team.budgetsOf(new HashSet<>(issue.labelIds)), issue.updatedAt));
  }

  /** Empty for an issue that left the team between the search and its answer. */
  Optional<Listed> listed(ChangedIssuesQuery.Node node) {
    return isOurs(node.tagged)
        ? Optional.of(new Listed(seen(node), hints(node), !synced(node).isEmpty()))
        : Optional.empty();
  }

  /** An issue without any document or command has no decisions; of others nothing is said. */
  private Observation.Present seen(ChangedIssuesQuery.Node node) {
    Observation.Present issue = present(node.tagged);
    boolean bare = node.documents.nodes.isEmpty() && node.comments.nodes.isEmpty();
    return bare ? issue.with(DecisionLog.EMPTY) : issue;
  }

  /**
   * What Linear's own Jira sync says counts alone: an attachment of such an issue may be a mention.
   */
  private static Set<String> hints(ChangedIssuesQuery.Node node) {
    Stream<String> attached = node.attachments.nodes.stream().map(attachment -> attachment.url);
    Set<String> synced = synced(node);
    return synced.isEmpty()
        ? attached.filter(hint -> hint.length() <= LONGEST_HINT).collect(Collectors.toSet())
        : synced;
  }

  private static Set<String> synced(ChangedIssuesQuery.Node node) {
    return node.syncedWith.orElse(List.of()).stream()
        .flatMap(entity -> entity.metadata.stream())
        .flatMap(metadata -> metadata.onExternalEntityInfoJiraMetadata.stream())
        .flatMap(jira -> jira.issueKey.stream())
        .filter(hint -> hint.length() <= LONGEST_HINT)
        .collect(Collectors.toSet());
  }
}
