package tandem.sync.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.MoreDocumentsQuery;
import tandem.sync.linear.graphql.ReadIssueWithDocumentsQuery;
import tandem.sync.linear.graphql.fragment.Written;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;

/**
 * Reads an issue with its decisions: those of its documents that we made, that are known, or that a
 * person titled "Decision: …". All others are somebody's own and are left alone. A comment that
 * begins with {@code /decision} becomes such a document on the way.
 */
final class LinearDecisions {
  private final LinearCalls calls;
  private final LinearIssues issues;
  private final LinearCommands commands;

  LinearDecisions(LinearCalls calls, LinearIssues issues, LinearCommands commands) {
    this.calls = calls;
    this.issues = issues;
    this.commands = commands;
  }

  Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    return calls
        .execute(new ReadIssueWithDocumentsQuery(issue.value()))
        .then(reply ->
            switch (reply) {
              case LinearReply.Data<ReadIssueWithDocumentsQuery.Data>(var data) ->
                  read(data.issue, known);
              case LinearReply.Refused<ReadIssueWithDocumentsQuery.Data> refused ->
                  refused.refusal() == Refusal.NOT_FOUND
                      ? new Outcome.Done<>(new Observation.Gone(issue))
                      : refused.asFailure();
            });
  }

  private Outcome<Observation> read(
      ReadIssueWithDocumentsQuery.Issue issue, Set<DecisionId> known) {
    return switch (issues.observation(issue.tagged)) {
      case Observation.Gone gone -> new Outcome.Done<>(gone);
      case Observation.Present present ->
          documents(issue)
              .then(documents -> commands.obey(present.issue(), issue.comments.nodes, documents))
              .then(read -> new Outcome.Done<>(present.with(log(present.issue(), read, known))));
    };
  }

  private Outcome<List<Written>> documents(ReadIssueWithDocumentsQuery.Issue issue) {
    List<Written> first = issue.documents.nodes.stream().map(node -> node.written).toList();
    Optional<String> next =
        issue.documents.pageInfo.endCursor.filter(end -> issue.documents.pageInfo.hasNextPage);
    if (next.isEmpty()) {
      return new Outcome.Done<>(first);
    }
    return LinearPages.<Written>all(after -> more(issue.tagged.id, after.or(() -> next)))
        .then(rest -> {
          List<Written> all = new ArrayList<>(first);
          all.addAll(rest);
          return new Outcome.Done<>(all);
        });
  }

  private Outcome<LinearPages.Part<Written>> more(String issue, Optional<String> after) {
    return calls
        .data(MoreDocumentsQuery.builder().id(issue).after(after).build())
        .then(data ->
            new Outcome.Done<>(
                new LinearPages.Part<>(
                    data.issue.documents.nodes.stream().map(node -> node.written).toList(),
                    data.issue.documents.pageInfo.endCursor.filter(
                        end -> data.issue.documents.pageInfo.hasNextPage))));
  }

  private static DecisionLog log(IssueId issue, LinearCommands.Obeyed read, Set<DecisionId> known) {
    Map<String, DecisionId> ours = new HashMap<>();
    known.forEach(id -> ours.put(LinearDocument.idOf(issue, id), id));
    SortedMap<DecisionId, Held> log = new TreeMap<>(read.refused());
    for (Written document : read.documents()) {
      if (LinearDocument.isThere(document)) {
        id(document, ours).ifPresent(id -> log.put(id, LinearDocument.held(id, document)));
      }
    }
    return new DecisionLog(log);
  }

  private static Optional<DecisionId> id(Written document, Map<String, DecisionId> ours) {
    return Optional.ofNullable(ours.get(document.id))
        .or(() ->
            LinearDocument.titled(document).isDecision()
                ? LinearDocument.startedAs(document.id)
                : Optional.empty());
  }
}
