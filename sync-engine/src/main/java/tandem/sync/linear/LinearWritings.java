package tandem.sync.linear;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.document.TitledDocument;
import tandem.sync.linear.graphql.WrittenSinceQuery;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;

/**
 * Lists a team's documents by their time, and with the first page the comments that ask for a
 * decision. Whether a document in the bin is listed is Linear's affair: its time of being thrown
 * away is not documented to count.
 */
final class LinearWritings {
  private final LinearCalls calls;
  private final String team;

  LinearWritings(LinearCalls calls, String team) {
    this.calls = calls;
    this.team = team;
  }

  Outcome<Page<ListedDecision>> since(Instant since, Cursor cursor) {
    boolean first = cursor.equals(Cursor.START);
    WrittenSinceQuery query =
        WrittenSinceQuery.builder()
            .team(team)
            .since(since.truncatedTo(ChronoUnit.MILLIS).toString())
            .after(first ? Optional.empty() : Optional.of(cursor.value()))
            .build();
    return calls.data(query).then(data -> new Outcome.Done<>(page(data, first)));
  }

  private static Page<ListedDecision> page(WrittenSinceQuery.Data data, boolean first) {
    Stream<ListedDecision> documents =
        data.documents.nodes.stream().flatMap(node -> document(node).stream());
    Stream<ListedDecision> comments =
        first ? data.comments.nodes.stream().flatMap(node -> comment(node).stream()) : Stream.of();
    List<ListedDecision> all = Stream.concat(documents, comments).toList();
    var info = data.documents.pageInfo;
    return new Page<>(all, info.endCursor.filter(end -> info.hasNextPage).map(Cursor::new));
  }

  private static Optional<ListedDecision> document(WrittenSinceQuery.Node node) {
    return node.issue.map(issue ->
        new ListedDecision(
            new IssueId(issue.id),
            node.id,
            Optional.of(node.updatedAt),
            node.archivedAt.isEmpty() && !node.trashed.orElse(false),
            new TitledDocument(node.title, "").isDecision()));
  }

  /** Once it is obeyed, its document is known. */
  private static Optional<ListedDecision> comment(WrittenSinceQuery.Node1 node) {
    return node.issue
        .filter(issue -> LinearCommands.isCommand(node.body))
        .map(issue ->
            new ListedDecision(
                new IssueId(issue.id),
                LinearDocument.idOfCommented(node.id),
                Optional.empty(),
                true,
                true));
  }
}
