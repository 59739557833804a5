package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;

/**
 * The labels of an issue and their rules: of a group that is not {@code multiSelect} an issue wears
 * at most one label (the refusal was seen by others: "labelIds not exclusive child labels"); a
 * group itself is not worn, and a team's label only by issues of that team (both assumed).
 */
record IssueLabels(Transaction tx, Premises.Habits habits) {

  /** Applies {@code labelIds}, {@code addedLabelIds} and {@code removedLabelIds} of an input. */
  Row apply(Row issue, Input input) {
    Set<String> labels = new LinkedHashSet<>(issue.texts("labelIds"));
    if (input.has("labelIds")) {
      labels.clear();
      labels.addAll(input.texts("labelIds"));
    }
    List<String> added = input.texts("addedLabelIds");
    if (!habits.swapInOneUpdate()) {
      Set<String> before = new LinkedHashSet<>(labels);
      before.addAll(added);
      check(issue, before);
    }
    input.texts("removedLabelIds").forEach(labels::remove);
    labels.addAll(added);
    return wear(issue, labels);
  }

  Row wear(Row issue, Collection<String> labels) {
    if (Set.copyOf(labels).equals(Set.copyOf(issue.texts("labelIds")))) {
      return issue;
    }
    check(issue, labels);
    return issue.with("labelIds", labels.isEmpty() ? null : new ArrayList<>(labels));
  }

  private void check(Row issue, Collection<String> labels) {
    Set<String> taken = new HashSet<>();
    for (String id : labels) {
      Row label = Lookup.row(tx, Kind.LABEL, id);
      fits(issue, label);
      boolean alone =
          tx.follow(label, "parentId", Kind.LABEL).filter(IssueLabels::exclusive).isPresent();
      if (alone && !taken.add(label.required("parentId"))) {
        throw LinearError.invalid("labelIds not exclusive child labels");
      }
    }
  }

  private static boolean exclusive(Row group) {
    return !group.text("groupType").orElse("singleSelect").equals("multiSelect");
  }

  private static void fits(Row issue, Row label) {
    if (label.flag("isGroup")) {
      throw LinearError.invalid("labelIds contains a label group, which cannot be applied");
    }
    String team = issue.required("teamId");
    if (!label.text("teamId").orElse(team).equals(team)) {
      throw LinearError.invalid("The label belongs to another team than the issue");
    }
  }
}
