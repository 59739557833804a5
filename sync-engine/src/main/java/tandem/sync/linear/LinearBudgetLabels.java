package tandem.sync.linear;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import tandem.sync.linear.LinearReply.Refusal;
import tandem.sync.linear.graphql.CreateLabelGroupMutation;
import tandem.sync.linear.graphql.CreateLabelMutation;
import tandem.sync.linear.graphql.ListLabelsQuery;
import tandem.sync.linear.graphql.fragment.LabelOfTeam;
import tandem.sync.model.Budget;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** The label group of a team's budgets: found, or made. */
final class LinearBudgetLabels {
  /** How often a label may have been deleted before somebody has to look. */
  private static final int MOST_LIVES = 20;

  private final LinearCalls calls;
  private final String teamId;

  LinearBudgetLabels(LinearCalls calls, String teamId) {
    this.calls = calls;
    this.teamId = teamId;
  }

  Outcome<SortedMap<Budget, String>> ensure(String groupName, SortedMap<Budget, String> names) {
    return labels()
        .then(known -> group(groupName, known).then(group -> children(names, group, known)));
  }

  private Outcome<List<LabelOfTeam>> labels() {
    return LinearPages.all(this::labels);
  }

  private Outcome<LinearPages.Part<LabelOfTeam>> labels(Optional<String> after) {
    return calls
        .data(ListLabelsQuery.builder().team(teamId).after(after).build())
        .then(data ->
            new Outcome.Done<>(
                new LinearPages.Part<>(
                    data.issueLabels.nodes.stream().map(node -> node.labelOfTeam).toList(),
                    data.issueLabels.pageInfo.endCursor.filter(
                        end -> data.issueLabels.pageInfo.hasNextPage))));
  }

  private Outcome<LabelOfTeam> group(String name, List<LabelOfTeam> known) {
    return find(known, label -> label.isGroup && label.name.equalsIgnoreCase(name))
        .<Outcome<LabelOfTeam>>map(Outcome.Done::new)
        .orElseGet(() -> createGroup(name));
  }

  private Outcome<SortedMap<Budget, String>> children(
      SortedMap<Budget, String> names, LabelOfTeam group, List<LabelOfTeam> known) {
    Outcome<SortedMap<Budget, String>> ids = new Outcome.Done<>(new TreeMap<>());
    for (Map.Entry<Budget, String> entry : names.entrySet()) {
      ids =
          ids.then(sofar ->
              child(entry.getValue(), group, known)
                  .then(child -> with(sofar, entry.getKey(), child.id)));
    }
    return ids;
  }

  private static Outcome<SortedMap<Budget, String>> with(
      SortedMap<Budget, String> ids, Budget budget, String id) {
    ids.put(budget, id);
    return new Outcome.Done<>(ids);
  }

  private Outcome<LabelOfTeam> child(String name, LabelOfTeam group, List<LabelOfTeam> known) {
    return find(known, label -> isChild(label, group) && label.name.equalsIgnoreCase(name))
        .<Outcome<LabelOfTeam>>map(Outcome.Done::new)
        .orElseGet(() -> createChild(name, group, 1));
  }

  private static boolean isChild(LabelOfTeam label, LabelOfTeam group) {
    return label.parent.filter(parent -> parent.id.equals(group.id)).isPresent();
  }

  /** The team's own label before one of the workspace. */
  private static Optional<LabelOfTeam> find(
      List<LabelOfTeam> known, Predicate<LabelOfTeam> wanted) {
    return known.stream().filter(wanted).min(Comparator.comparing(label -> label.team.isEmpty()));
  }

  private Outcome<LabelOfTeam> createGroup(String name) {
    String id = DerivedId.of("budget-group", teamId, name);
    CreateLabelGroupMutation create =
        CreateLabelGroupMutation.builder().id(id).team(Optional.of(teamId)).name(name).build();
    return calls
        .execute(create)
        .then(reply ->
            created(reply, id, name, data -> data.issueLabelCreate.issueLabel.labelOfTeam));
  }

  /**
   * A label lives where its group lives: in the team, or in the workspace. The id of one that was
   * deleted stays taken, so the next derived one is tried.
   *
   * @param attempt from 1
   */
  private Outcome<LabelOfTeam> createChild(String name, LabelOfTeam group, int attempt) {
    String id =
        attempt == 1
            ? DerivedId.of("budget-label", group.id, name)
            : DerivedId.of("budget-label", group.id, name, String.valueOf(attempt));
    CreateLabelMutation create =
        CreateLabelMutation.builder()
            .id(id)
            .team(group.team.map(team -> team.id))
            .name(name)
            .group(group.id)
            .build();
    return calls
        .execute(create)
        .then(reply -> {
          boolean exists =
              reply instanceof LinearReply.Refused<?> refused
                  && refused.refusal() == Refusal.ALREADY_EXISTS;
          return exists
              ? earlierOrNext(id, name, group, attempt)
              : created(reply, id, name, data -> data.issueLabelCreate.issueLabel.labelOfTeam);
        });
  }

  private Outcome<LabelOfTeam> earlierOrNext(
      String id, String name, LabelOfTeam group, int attempt) {
    return labels()
        .then(known ->
            find(known, label -> label.id.equals(id))
                .<Outcome<LabelOfTeam>>map(Outcome.Done::new)
                .orElseGet(() ->
                    attempt < MOST_LIVES
                        ? createChild(name, group, attempt + 1)
                        : notCreated(name)));
  }

  private <D> Outcome<LabelOfTeam> created(
      LinearReply<D> reply, String id, String name, Function<D, LabelOfTeam> label) {
    return switch (reply) {
      case LinearReply.Data<D>(var data) -> new Outcome.Done<>(label.apply(data));
      case LinearReply.Refused<D> refused ->
          refused.refusal() == Refusal.ALREADY_EXISTS ? earlier(id, name) : notCreated(name);
    };
  }

  /** An earlier attempt made it; it is not among the known ones since it was made meanwhile. */
  private Outcome<LabelOfTeam> earlier(String id, String name) {
    return labels()
        .then(known ->
            find(known, label -> label.id.equals(id))
                .<Outcome<LabelOfTeam>>map(Outcome.Done::new)
                .orElseGet(() -> notCreated(name)));
  }

  private static Outcome<LabelOfTeam> notCreated(String name) {
    return new Outcome.Failed<>(
        new RemoteFailure.Rejected(
            "Linear refuses to create the label \"%s\": perhaps a label outside the group has its"
                    .formatted(name)
                + " name; rename that one, or choose another name in the mapping"));
  }
}
