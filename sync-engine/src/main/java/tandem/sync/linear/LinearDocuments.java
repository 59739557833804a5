package tandem.sync.linear;

import java.util.Optional;
import java.util.function.Function;
import tandem.sync.document.TitledDocument;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.CreateDocumentMutation;
import tandem.sync.linear.graphql.DeleteDocumentMutation;
import tandem.sync.linear.graphql.ReadDocumentQuery;
import tandem.sync.linear.graphql.RestoreDocumentMutation;
import tandem.sync.linear.graphql.UpdateDocumentMutation;
import tandem.sync.linear.graphql.fragment.Written;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** Writes decisions as documents. Linear rewrites Markdown on saving: its answer is what stands. */
final class LinearDocuments {
  private final LinearCalls calls;

  LinearDocuments(LinearCalls calls) {
    this.calls = calls;
  }

  Outcome<Optional<Held>> apply(IssueId issue, DecisionChange change) {
    return switch (change) {
      case DecisionChange.Erase erase -> erase(erase.previous().ref());
      case DecisionChange.Write write ->
          write
              .previous()
              .map(previous -> update(previous.ref(), previous.text(), write.decision()))
              .orElseGet(() -> create(issue, write.decision()));
    };
  }

  /** The issue on which a document hangs. */
  Outcome<Optional<IssueId>> issueOf(String documentId) {
    return find(documentId)
        .then(found ->
            new Outcome.Done<>(
                found.flatMap(document -> document.issue).map(issue -> new IssueId(issue.id))));
  }

  private Outcome<Optional<Held>> update(String ref, String previous, Decision decision) {
    return written(decision, TitledDocument.of(previous))
        .then(next ->
            calls
                .execute(new UpdateDocumentMutation(ref, next.title(), next.content()))
                .then(reply ->
                    answered(decision.id(), reply, data -> data.documentUpdate.document.written)));
  }

  private Outcome<Optional<Held>> create(IssueId issue, Decision decision) {
    String id = LinearDocument.idOf(issue, decision.id());
    return written(decision, TitledDocument.NONE)
        .then(next ->
            calls
                .execute(
                    new CreateDocumentMutation(id, issue.value(), next.title(), next.content()))
                .then(reply ->
                    switch (reply) {
                      case LinearReply.Data<CreateDocumentMutation.Data>(var data) ->
                          stands(decision.id(), data.documentCreate.document.written);
                      case LinearReply.Refused<CreateDocumentMutation.Data> refused ->
                          switch (refused.refusal()) {
                            case ALREADY_EXISTS ->
                                find(id).then(found -> again(issue, found, decision, next));
                            case NOT_FOUND, UNAUTHENTICATED, NOT_EXCLUSIVE, OTHER ->
                                refused.asFailure();
                          };
                    }));
  }

  /**
   * The document exists. If it is there, an earlier attempt made it, and whatever else it says is a
   * person's edit since; if it lies in the bin, it is taken out of it.
   */
  private Outcome<Optional<Held>> again(
      IssueId issue,
      Optional<ReadDocumentQuery.Document> found,
      Decision decision,
      TitledDocument next) {
    if (found.isEmpty()
        || !found.get().issue.filter(on -> on.id.equals(issue.value())).isPresent()) {
      return rejected(
          "the decision's document hangs on another issue by now; move it back, or delete it for"
              + " good");
    }
    Written document = found.get().written;
    return LinearDocument.isThere(document)
        ? stands(decision.id(), document)
        : calls
            .execute(new RestoreDocumentMutation(document.id, next.title(), next.content()))
            .then(reply ->
                answered(decision.id(), reply, data -> data.documentUpdate.document.written));
  }

  private Outcome<Optional<Held>> erase(String ref) {
    return calls
        .execute(new DeleteDocumentMutation(ref))
        .then(reply ->
            switch (reply) {
              case LinearReply.Data<DeleteDocumentMutation.Data>(var data) ->
                  data.documentDelete.success
                      ? new Outcome.Done<>(Optional.empty())
                      : unknown("Linear says that the deletion did not succeed, and not why");
              case LinearReply.Refused<DeleteDocumentMutation.Data> refused ->
                  refused.refusal() == Refusal.NOT_FOUND
                      ? new Outcome.Done<>(Optional.empty())
                      : refused.asFailure();
            });
  }

  private Outcome<Optional<ReadDocumentQuery.Document>> find(String id) {
    return calls
        .execute(new ReadDocumentQuery(id))
        .then(reply ->
            switch (reply) {
              case LinearReply.Data<ReadDocumentQuery.Data>(var data) ->
                  new Outcome.Done<>(Optional.of(data.document));
              case LinearReply.Refused<ReadDocumentQuery.Data> refused ->
                  refused.refusal() == Refusal.NOT_FOUND
                      ? new Outcome.Done<>(Optional.empty())
                      : refused.asFailure();
            });
  }

  /** A document that is not found, or lies in the bin, holds nothing for us. */
  private static <D> Outcome<Optional<Held>> answered(
      DecisionId id, LinearReply<D> reply, Function<D, Written> document) {
    return switch (reply) {
      case LinearReply.Data<D>(var data) -> stands(id, document.apply(data));
      case LinearReply.Refused<D> refused ->
          refused.refusal() == Refusal.NOT_FOUND
              ? new Outcome.Done<>(Optional.empty())
              : refused.asFailure();
    };
  }

  private static Outcome<Optional<Held>> stands(DecisionId id, Written document) {
    return new Outcome.Done<>(
        Optional.of(document)
            .filter(LinearDocument::isThere)
            .map(written -> LinearDocument.held(id, written)));
  }

  private static Outcome<TitledDocument> written(Decision decision, TitledDocument previous) {
    return previous
        .write(decision)
        .<Outcome<TitledDocument>>map(Outcome.Done::new)
        .orElseGet(() ->
            rejected(
                "a piece of the decision's text swallows what follows it, for instance a code fence"
                    + " that is never closed; close it, and the decision is mirrored again"));
  }

  private static <T> Outcome<T> rejected(String why) {
    return new Outcome.Failed<>(new RemoteFailure.Rejected(why));
  }

  private static <T> Outcome<T> unknown(String why) {
    return new Outcome.Failed<>(new RemoteFailure.Unknown(why));
  }
}
