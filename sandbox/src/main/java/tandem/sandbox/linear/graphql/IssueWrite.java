package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Markdown;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/** Writes the fields of an issue inside one transaction. */
record IssueWrite(Invocation in, Transaction tx) {
  static final Set<String> UPDATE_FIELDS =
      Set.of(
          "title",
          "description",
          "priority",
          "estimate",
          "dueDate",
          "sortOrder",
          "stateId",
          "assigneeId",
          "parentId",
          "teamId",
          "trashed",
          "labelIds",
          "addedLabelIds",
          "removedLabelIds");

  static final Set<String> CREATE_FIELDS =
      Set.of(
          "id",
          "title",
          "description",
          "priority",
          "estimate",
          "dueDate",
          "sortOrder",
          "stateId",
          "assigneeId",
          "parentId",
          "teamId",
          "labelIds",
          "createAsUser",
          "displayIconUrl");

  private static final int HIGHEST_PRIORITY = 4;

  Row create(Input input) {
    Row team = Lookup.row(tx, Kind.TEAM, input.value("teamId"));
    String id = Lookup.freshId(tx, Kind.ISSUE, input, in);
    Row issue = numbered(Row.created(Kind.ISSUE, id, tx.now()), team);
    issue = Signature.of(in).sign(issue, input).with("title", input.filled("title"));
    if (input.text("stateId").isEmpty()) {
      Row first =
          States.initial(tx, team)
              .orElseThrow(() -> LinearError.invalid("The team has no workflow state"));
      issue = States.enter(tx, issue, first.id());
    }
    return tx.put(update(issue, input));
  }

  /** Returns the changed row; the caller puts it. */
  Row update(Row issue, Input input) {
    Row next = moved(issue, input);
    if (input.has("title")) {
      next = next.with("title", input.filled("title"));
    }
    if (input.has("description")) {
      next = next.with("description", input.text("description").map(Markdown::saved).orElse(null));
    }
    if (input.text("stateId").isPresent() && !next.text("stateId").equals(input.text("stateId"))) {
      next = States.enter(tx, next, input.filled("stateId"));
    }
    priority(input);
    referred(input, "assigneeId", Kind.USER);
    referred(input, "parentId", Kind.ISSUE);
    next =
        input.copy(
            next,
            "priority",
            "estimate",
            "dueDate",
            "sortOrder",
            "assigneeId",
            "parentId",
            "trashed");
    return new IssueLabels(tx, in.premises().habits()).apply(next, input);
  }

  private void priority(Input input) {
    if (input.value("priority") instanceof Integer priority
        && (priority < 0 || priority > HIGHEST_PRIORITY)) {
      throw LinearError.invalid("Argument Validation Error: priority must be from 0 to 4");
    }
  }

  private void referred(Input input, String field, Kind kind) {
    input.text(field).ifPresent(id -> Lookup.row(tx, kind, id));
  }

  /**
   * An issue that moves to another team gets a number there and keeps its old identifier as a
   * previous one; it begins in that team's first state and takes no label of the old team along
   * (the last two are assumed).
   */
  private Row moved(Row issue, Input input) {
    Optional<String> wanted = input.text("teamId");
    if (wanted.isEmpty() || issue.text("teamId").equals(wanted)) {
      return issue;
    }
    Row team = Lookup.row(tx, Kind.TEAM, wanted.get());
    List<String> before = new ArrayList<>(issue.texts("previousIdentifiers"));
    before.add(issue.required("identifier"));
    List<String> labels = new ArrayList<>(issue.texts("labelIds"));
    labels.removeIf(id -> Lookup.row(tx, Kind.LABEL, id).text("teamId").isPresent());
    Row moved =
        numbered(issue, team)
            .with("previousIdentifiers", before)
            .with("labelIds", labels.isEmpty() ? null : labels);
    String first = States.initial(tx, team).map(Row::id).orElseThrow();
    return States.enter(tx, moved, first);
  }

  private Row numbered(Row issue, Row team) {
    int number = team.value("issueCounter") instanceof Number last ? last.intValue() + 1 : 1;
    tx.count(team.with("issueCounter", number));
    return issue
        .with("teamId", team.id())
        .with("number", number)
        .with("identifier", team.required("key") + "-" + number);
  }
}
