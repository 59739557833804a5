package tandem.sandbox.linear.graphql;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/**
 * Attachments: links on an issue. A second create with the url of one that is there updates it (the
 * schema says so at {@code AttachmentCreateInput.url}); metadata holds texts and numbers
 * (linear.app/developers/attachments).
 */
final class AttachmentMutations {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "issueId",
          "url",
          "title",
          "subtitle",
          "metadata",
          "groupBySource",
          "iconUrl",
          "createAsUser",
          "displayIconUrl");

  private AttachmentMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("attachmentCreate", AttachmentMutations::create)
        .mutation("attachmentUpdate", AttachmentMutations::update)
        .mutation("attachmentDelete", AttachmentMutations::delete);
  }

  private static Map<String, @Nullable Object> create(Invocation in, Map<String, Object> args) {
    Input input = Input.of("AttachmentCreateInput", args, FIELDS);
    return Payload.showing(in, "attachment", in.change(tx -> upserted(in, tx, input)));
  }

  private static Row upserted(Invocation in, Transaction tx, Input input) {
    Row issue = Lookup.row(tx, Kind.ISSUE, input.value("issueId"));
    String url = input.filled("url");
    Optional<Row> there =
        tx.referring(Kind.ATTACHMENT, "issueId", issue.id()).stream()
            .filter(row -> row.required("url").equals(url))
            .findFirst();
    if (there.isPresent()) {
      return tx.put(written(there.get(), input));
    }
    String id = Lookup.freshId(tx, Kind.ATTACHMENT, input, in);
    Row row =
        Row.created(Kind.ATTACHMENT, id, tx.now()).with("issueId", issue.id()).with("url", url);
    return tx.put(written(Signature.of(in).sign(row, input), input));
  }

  private static Map<String, @Nullable Object> update(Invocation in, Map<String, Object> args) {
    Input input = Input.of("AttachmentUpdateInput", args, FIELDS);
    Row row =
        in.change(tx -> tx.put(written(Lookup.row(tx, Kind.ATTACHMENT, args.get("id")), input)));
    return Payload.showing(in, "attachment", row);
  }

  private static Row written(Row row, Input input) {
    if (input.value("metadata") instanceof Map<?, ?> metadata) {
      metadata.values().forEach(AttachmentMutations::simple);
    }
    return input
        .copy(row, "subtitle", "metadata", "groupBySource")
        .with("title", input.filled("title"));
  }

  private static void simple(@Nullable Object value) {
    if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
      throw LinearError.notBuilt("attachment metadata that is nested: " + Objects.toString(value));
    }
  }

  private static Map<String, @Nullable Object> delete(Invocation in, Map<String, Object> args) {
    return in.change(tx -> {
      Row row = Lookup.row(tx, Kind.ATTACHMENT, args.get("id"));
      tx.remove(row);
      return Payload.deleted(in, row);
    });
  }
}
