package tandem.sync.linear;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tandem.sync.document.TitledDocument;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.CreateDocumentMutation;
import tandem.sync.linear.graphql.ReadIssueWithDocumentsQuery;
import tandem.sync.linear.graphql.fragment.Written;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;
import tandem.sync.replica.Outcome;

/**
 * Comments that begin with {@code /decision}: what follows on the line is the title, the other
 * lines are the text. Each is made a document once, under an id derived from the comment's; that
 * the document lies in the bin means that a person wants it there.
 *
 * <p>A comment older than two weeks starts nothing, because Linear empties its bin: what a person
 * threw away long ago must not come back.
 */
final class LinearCommands {
  private static final String COMMAND = "/decision";
  private static final Duration HEARD = Duration.ofDays(14);

  private final LinearCalls calls;
  private final InstantSource clock;

  LinearCommands(LinearCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /** What is there by now, and what Linear did not want to make. */
  record Obeyed(List<Written> documents, SortedMap<DecisionId, Held> refused) {
    Obeyed {
      documents = List.copyOf(documents);
      refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }
  }

  /** Whether a comment asks for a decision. */
  static boolean isCommand(String body) {
    String lower = body.stripLeading().toLowerCase(Locale.ROOT);
    return lower.startsWith(COMMAND)
        && (lower.length() == COMMAND.length() || isEnd(lower.charAt(COMMAND.length())));
  }

  private static boolean isEnd(char c) {
    return Character.isWhitespace(c) || c == ':';
  }

  /** The document that a comment asks for. A break of the line within a paragraph is a mark. */
  static TitledDocument asked(String body) {
    String rest = body.strip().substring(COMMAND.length());
    TitledDocument document = TitledDocument.of(rest.startsWith(":") ? rest.substring(1) : rest);
    String line = document.title().strip();
    String title = line.endsWith("\\") ? line.substring(0, line.length() - 1).strip() : line;
    return new TitledDocument(("Decision: " + title).strip(), document.content().strip());
  }

  /** Makes what is asked for and not there. One remote call for each. */
  Outcome<Obeyed> obey(
      IssueId issue, List<ReadIssueWithDocumentsQuery.Node1> comments, List<Written> documents) {
    Set<String> there = documents.stream().map(document -> document.id).collect(Collectors.toSet());
    Outcome<Obeyed> outcome = new Outcome.Done<>(new Obeyed(documents, new TreeMap<>()));
    for (var comment : comments) {
      boolean recent = comment.createdAt.isAfter(clock.instant().minus(HEARD));
      if (recent
          && isCommand(comment.body)
          && !there.contains(LinearDocument.idOfCommented(comment.id))) {
        outcome = outcome.then(sofar -> make(issue, comment, sofar));
      }
    }
    return outcome;
  }

  private Outcome<Obeyed> make(
      IssueId issue, ReadIssueWithDocumentsQuery.Node1 comment, Obeyed sofar) {
    String id = LinearDocument.idOfCommented(comment.id);
    TitledDocument asked = asked(comment.body);
    return calls
        .execute(new CreateDocumentMutation(id, issue.value(), asked.title(), asked.content()))
        .then(reply ->
            new Outcome.Done<>(
                switch (reply) {
                  case LinearReply.Data<CreateDocumentMutation.Data>(var data) ->
                      with(sofar, data.documentCreate.document.written);
                  case LinearReply.Refused<CreateDocumentMutation.Data> refused ->
                      refused.refusal() == Refusal.ALREADY_EXISTS
                          ? sofar
                          : without(sofar, comment, refused.why());
                }));
  }

  private static Obeyed with(Obeyed sofar, Written document) {
    List<Written> documents = new ArrayList<>(sofar.documents());
    documents.add(document);
    return new Obeyed(documents, sofar.refused());
  }

  private static Obeyed without(
      Obeyed sofar, ReadIssueWithDocumentsQuery.Node1 comment, String why) {
    SortedMap<DecisionId, Held> refused = new TreeMap<>(sofar.refused());
    refused.put(
        new DecisionId(LinearDocument.idOfCommented(comment.id)),
        new Held.Illegible(
            new Original(comment.id, comment.body, Optional.of(comment.createdAt)),
            "the comment that begins with /decision could not be made a document: " + why));
    return new Obeyed(sofar.documents(), refused);
  }
}
