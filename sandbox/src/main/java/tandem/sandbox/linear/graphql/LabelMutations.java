package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/**
 * Labels and label groups. Groups are one level deep and hold at most 250 labels; some names are
 * reserved (linear.app/docs/labels). That a name is unique in its team or workspace whatever its
 * case, and the wording of the refusals, are assumed.
 */
final class LabelMutations {
  private static final Set<String> RESERVED =
      Set.of(
          "assignee",
          "cycle",
          "effort",
          "estimate",
          "hours",
          "priority",
          "project",
          "state",
          "status");

  private static final int MOST_IN_GROUP = 250;
  private static final Set<String> FIELDS =
      Set.of("id", "name", "color", "description", "isGroup", "groupType", "parentId", "teamId");

  private LabelMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("issueLabelCreate", LabelMutations::create)
        .mutation("issueLabelUpdate", LabelMutations::update)
        .mutation("issueLabelDelete", LabelMutations::delete)
        .mutation("issueLabelRetire", (in, args) -> retire(in, args, true))
        .mutation("issueLabelRestore", (in, args) -> retire(in, args, false));
  }

  private static Map<String, @Nullable Object> create(Invocation in, Map<String, Object> args) {
    Input input = Input.of("IssueLabelCreateInput", args, FIELDS);
    Row label =
        in.change(tx -> {
          String id = Lookup.freshId(tx, Kind.LABEL, input, in);
          input.text("teamId").ifPresent(team -> Lookup.row(tx, Kind.TEAM, team));
          Row row = fresh(id, tx, input);
          return tx.put(written(tx, Signature.of(in).sign(row, input), input));
        });
    return Payload.showing(in, "issueLabel", label);
  }

  /** Groups are {@code singleSelect} if nothing is said, as the schema has it. */
  private static Row fresh(String id, Transaction tx, Input input) {
    boolean group = Boolean.TRUE.equals(input.value("isGroup"));
    return Row.created(Kind.LABEL, id, tx.now())
        .with("color", "#bec2c8")
        .with("groupType", group ? "singleSelect" : null);
  }

  private static Map<String, @Nullable Object> update(Invocation in, Map<String, Object> args) {
    Input input = Input.of("IssueLabelUpdateInput", args, FIELDS);
    Row label =
        in.change(tx -> tx.put(written(tx, Lookup.row(tx, Kind.LABEL, args.get("id")), input)));
    return Payload.showing(in, "issueLabel", label);
  }

  private static Row written(Transaction tx, Row row, Input input) {
    Row label =
        input.copy(
            row, "name", "color", "description", "isGroup", "groupType", "parentId", "teamId");
    named(tx, label);
    input.text("parentId").ifPresent(parent -> grouped(tx, label, parent));
    return label;
  }

  private static void named(Transaction tx, Row label) {
    String name = label.text("name").filter(text -> !text.isBlank()).orElse("");
    if (name.isEmpty()) {
      throw LinearError.invalid("name should not be empty");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw LinearError.invalid("\"" + name + "\" is a reserved label name");
    }
    Optional<Row> twin =
        tx.all(Kind.LABEL).stream()
            .filter(other -> !other.id().equals(label.id()))
            .filter(other -> other.required("name").equalsIgnoreCase(name))
            .filter(other -> other.text("teamId").equals(label.text("teamId")))
            .filter(other -> other.text("parentId").equals(label.text("parentId")))
            .findFirst();
    if (twin.isPresent()) {
      throw LinearError.invalid("Duplicate label name");
    }
  }

  private static void grouped(Transaction tx, Row label, String parent) {
    Row group = Lookup.row(tx, Kind.LABEL, parent);
    if (!group.flag("isGroup") || label.flag("isGroup")) {
      throw LinearError.invalid(
          "The parent of a label must be a label group, and groups cannot be nested");
    }
    List<Row> children = tx.referring(Kind.LABEL, "parentId", parent);
    if (children.size() >= MOST_IN_GROUP && !children.contains(label)) {
      throw LinearError.invalid("A label group holds at most 250 labels");
    }
  }

  /** A label that goes is taken off every issue, a group takes its labels along. */
  private static Map<String, @Nullable Object> delete(Invocation in, Map<String, Object> args) {
    return in.change(tx -> {
      Row label = Lookup.row(tx, Kind.LABEL, args.get("id"));
      tx.referring(Kind.LABEL, "parentId", label.id()).forEach(child -> takeAway(tx, child));
      takeAway(tx, label);
      return Payload.deleted(in, label);
    });
  }

  private static void takeAway(Transaction tx, Row label) {
    for (Row issue : tx.all(Kind.ISSUE)) {
      List<String> labels = new ArrayList<>(issue.texts("labelIds"));
      if (labels.remove(label.id())) {
        tx.put(issue.with("labelIds", labels.isEmpty() ? null : labels));
      }
    }
    tx.remove(label);
  }

  private static Map<String, @Nullable Object> retire(
      Invocation in, Map<String, Object> args, boolean away) {
    Row label =
        in.change(tx ->
            tx.put(
                Lookup.row(tx, Kind.LABEL, args.get("id"))
                    .with("retiredAt", away ? Moments.text(tx.now()) : null)));
    return Payload.showing(in, "issueLabel", label);
  }
}
