package tandem.sandbox.linear.graphql;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Markdown;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/** Documents and comments: what people write beside the issue. */
final class ContentMutations {
  private static final int SLUG_LENGTH = 12;
  private static final Set<String> DOCUMENT =
      Set.of(
          "id", "title", "content", "icon", "color", "sortOrder", "issueId", "teamId", "trashed");
  private static final Set<String> COMMENT =
      Set.of(
          "id",
          "body",
          "issueId",
          "parentId",
          "quotedText",
          "createAsUser",
          "displayIconUrl",
          "doNotSubscribeToIssue");

  private ContentMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("documentCreate", ContentMutations::createDocument)
        .mutation("documentUpdate", ContentMutations::updateDocument)
        .mutation("documentDelete", (in, args) -> shelveDocument(in, args, true))
        .mutation("documentUnarchive", (in, args) -> shelveDocument(in, args, false))
        .mutation("commentCreate", ContentMutations::createComment)
        .mutation("commentUpdate", ContentMutations::updateComment)
        .mutation("commentResolve", (in, args) -> resolveComment(in, args, true))
        .mutation("commentUnresolve", (in, args) -> resolveComment(in, args, false))
        .mutation("commentDelete", ContentMutations::deleteComment);
  }

  private static Map<String, @Nullable Object> createDocument(
      Invocation in, Map<String, Object> args) {
    Input input = Input.of("DocumentCreateInput", args, DOCUMENT);
    if (input.text("issueId").isPresent() == input.text("teamId").isPresent()) {
      throw LinearError.invalid("Exactly one parent of the document must be given");
    }
    Row document =
        in.change(tx -> {
          String id = Lookup.freshId(tx, Kind.DOCUMENT, input, in);
          String slug = in.newId().replace("-", "").substring(0, SLUG_LENGTH);
          Row row = Row.created(Kind.DOCUMENT, id, tx.now()).with("slugId", slug);
          row = Signature.of(in).sign(row, input).with("title", input.filled("title"));
          return tx.put(written(in, tx, row, input));
        });
    return Payload.showing(in, "document", document);
  }

  private static Map<String, @Nullable Object> updateDocument(
      Invocation in, Map<String, Object> args) {
    Input input = Input.of("DocumentUpdateInput", args, DOCUMENT);
    Row document =
        in.change(
            tx -> tx.put(written(in, tx, Lookup.row(tx, Kind.DOCUMENT, args.get("id")), input)));
    return Payload.showing(in, "document", document);
  }

  /** A document stands on one thing: given a new issue it leaves its team, and the reverse. */
  private static Row written(Invocation in, Transaction tx, Row row, Input input) {
    Row next = input.copy(row, "icon", "color", "sortOrder");
    if (input.has("trashed")) {
      next = shelved(next, tx, Boolean.TRUE.equals(input.value("trashed")));
    }
    if (input.has("title")) {
      next = next.with("title", input.filled("title"));
    }
    if (input.has("content")) {
      next = next.with("content", input.text("content").map(Markdown::saved).orElse(null));
    }
    if (input.text("issueId").isPresent()) {
      String issue = Lookup.row(tx, Kind.ISSUE, input.value("issueId")).id();
      next = next.with("issueId", issue).with("teamId", null);
    }
    if (input.text("teamId").isPresent()) {
      String team = Lookup.row(tx, Kind.TEAM, input.value("teamId")).id();
      next = next.with("teamId", team).with("issueId", null);
    }
    return next.equals(row) ? row : next.with("updatedById", in.caller().author().userId());
  }

  private static Map<String, @Nullable Object> shelveDocument(
      Invocation in, Map<String, Object> args, boolean away) {
    Row document =
        in.change(tx -> tx.put(shelved(Lookup.row(tx, Kind.DOCUMENT, args.get("id")), tx, away)));
    return Payload.showing(in, "entity", document);
  }

  /** By the schema trashed documents are archived, and {@code trashed: null} restores one. */
  private static Row shelved(Row document, Transaction tx, boolean away) {
    return document
        .with("archivedAt", away ? Moments.text(tx.now()) : null)
        .with("trashed", away ? true : null);
  }

  private static Map<String, @Nullable Object> createComment(
      Invocation in, Map<String, Object> args) {
    Input input = Input.of("CommentCreateInput", args, COMMENT);
    Row comment =
        in.change(tx -> {
          String id = Lookup.freshId(tx, Kind.COMMENT, input, in);
          Row issue = Lookup.row(tx, Kind.ISSUE, input.value("issueId"));
          input.text("parentId").ifPresent(parent -> Lookup.row(tx, Kind.COMMENT, parent));
          Row row = Row.created(Kind.COMMENT, id, tx.now()).with("issueId", issue.id());
          row = Signature.of(in).sign(row, input);
          row = input.copy(row, "parentId", "quotedText");
          return tx.put(row.with("body", Markdown.saved(input.filled("body"))));
        });
    return Payload.showing(in, "comment", comment);
  }

  private static Map<String, @Nullable Object> updateComment(
      Invocation in, Map<String, Object> args) {
    Input input = Input.of("CommentUpdateInput", args, Set.of("body", "quotedText"));
    Row comment =
        in.change(tx -> {
          Row row = input.copy(Lookup.row(tx, Kind.COMMENT, args.get("id")), "quotedText");
          if (input.has("body")) {
            row = row.with("body", Markdown.saved(input.filled("body")));
          }
          boolean silent = Boolean.TRUE.equals(args.get("skipEditedAt"));
          return tx.put(silent ? row : row.with("editedAt", Moments.text(tx.now())));
        });
    return Payload.showing(in, "comment", comment);
  }

  private static Map<String, @Nullable Object> resolveComment(
      Invocation in, Map<String, Object> args, boolean done) {
    String user = in.caller().author().userId();
    Row comment =
        in.change(tx ->
            tx.put(
                Lookup.row(tx, Kind.COMMENT, args.get("id"))
                    .with("resolvedAt", done ? Moments.text(tx.now()) : null)
                    .with("resolvingUserId", done ? user : null)));
    return Payload.showing(in, "comment", comment);
  }

  private static Map<String, @Nullable Object> deleteComment(
      Invocation in, Map<String, Object> args) {
    return in.change(tx -> {
      Row comment = Lookup.row(tx, Kind.COMMENT, args.get("id"));
      tx.referring(Kind.COMMENT, "parentId", comment.id()).forEach(tx::remove);
      tx.remove(comment);
      return Payload.deleted(in, comment);
    });
  }
}
