package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/** Creating, changing, archiving and deleting issues. */
final class IssueMutations {
  private static final int MOST_IN_BATCH = 50;

  private IssueMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("issueCreate", IssueMutations::create)
        .mutation("issueUpdate", IssueMutations::update)
        .mutation("issueBatchUpdate", IssueMutations::updateAll)
        .mutation("issueAddLabel", (in, args) -> label(in, args, true))
        .mutation("issueRemoveLabel", (in, args) -> label(in, args, false))
        .mutation("issueArchive", IssueMutations::archive)
        .mutation("issueUnarchive", IssueMutations::unarchive)
        .mutation("issueDelete", IssueMutations::delete);
  }

  private static Map<String, @Nullable Object> create(Invocation in, Map<String, Object> args) {
    Input input = Input.of("IssueCreateInput", args, IssueWrite.CREATE_FIELDS);
    return Payload.showing(in, "issue", in.change(tx -> new IssueWrite(in, tx).create(input)));
  }

  private static Map<String, @Nullable Object> update(Invocation in, Map<String, Object> args) {
    Input input = Input.of("IssueUpdateInput", args, IssueWrite.UPDATE_FIELDS);
    return on(in, args, tx -> issue -> new IssueWrite(in, tx).update(issue, input));
  }

  private static Map<String, @Nullable Object> updateAll(Invocation in, Map<String, Object> args) {
    Input input = Input.of("IssueUpdateInput", args, IssueWrite.UPDATE_FIELDS);
    List<?> ids = (List<?>) Objects.requireNonNull(args.get("ids"));
    if (ids.size() > MOST_IN_BATCH) {
      throw LinearError.invalid("ids must hold at most 50 issues");
    }
    List<Row> issues =
        in.change(tx -> {
          List<Row> written = new ArrayList<>();
          for (Object id : ids) {
            Row issue = Lookup.row(tx, Kind.ISSUE, id);
            written.add(tx.put(new IssueWrite(in, tx).update(issue, input)));
          }
          return written;
        });
    return Payload.showing(in, "issues", issues);
  }

  private static Map<String, @Nullable Object> label(
      Invocation in, Map<String, Object> args, boolean add) {
    return on(
        in,
        args,
        tx ->
            issue -> {
              Row label = Lookup.row(tx, Kind.LABEL, args.get("labelId"));
              List<String> labels = new ArrayList<>(issue.texts("labelIds"));
              labels.remove(label.id());
              if (add) {
                labels.add(label.id());
              }
              return new IssueLabels(tx, in.premises().habits()).wear(issue, labels);
            });
  }

  private static Map<String, @Nullable Object> on(
      Invocation in, Map<String, Object> args, Function<Transaction, Function<Row, Row>> work) {
    Row issue =
        in.change(tx -> tx.put(work.apply(tx).apply(Lookup.row(tx, Kind.ISSUE, args.get("id")))));
    return Payload.showing(in, "issue", issue);
  }

  private static Map<String, @Nullable Object> archive(Invocation in, Map<String, Object> args) {
    boolean trash = Boolean.TRUE.equals(args.get("trash"));
    return Payload.showing(in, "entity", shelve(in, args, trash));
  }

  private static Map<String, @Nullable Object> unarchive(Invocation in, Map<String, Object> args) {
    Row back =
        in.change(tx ->
            tx.put(
                Lookup.row(tx, Kind.ISSUE, args.get("id"))
                    .with("archivedAt", null)
                    .with("trashed", null)));
    return Payload.showing(in, "entity", back);
  }

  /** Into the trash; for good only when an admin says {@code permanentlyDelete}. */
  private static Map<String, @Nullable Object> delete(Invocation in, Map<String, Object> args) {
    if (!Boolean.TRUE.equals(args.get("permanentlyDelete"))) {
      return Payload.showing(in, "entity", shelve(in, args, true));
    }
    in.requireAdmin();
    return in.change(tx -> {
      Row issue = Lookup.row(tx, Kind.ISSUE, args.get("id"));
      for (Kind part : Set.of(Kind.COMMENT, Kind.ATTACHMENT, Kind.DOCUMENT)) {
        tx.referring(part, "issueId", issue.id()).forEach(tx::remove);
      }
      tx.remove(issue);
      return Payload.showing(in, "entity", issue);
    });
  }

  private static Row shelve(Invocation in, Map<String, Object> args, boolean trash) {
    return in.change(tx ->
        tx.put(
            Lookup.row(tx, Kind.ISSUE, args.get("id"))
                .with("archivedAt", Moments.text(tx.now()))
                .with("trashed", trash ? true : null)));
  }
}
