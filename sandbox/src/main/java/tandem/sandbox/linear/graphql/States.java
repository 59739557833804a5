package tandem.sandbox.linear.graphql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;
import tandem.sandbox.linear.state.Transaction;

/** What a workflow state does to an issue. */
final class States {
  /** In the order of Linear's columns; a new issue goes into the first that the team has. */
  private static final List<String> TYPES =
      List.of("backlog", "unstarted", "started", "completed", "canceled", "duplicate", "triage");

  private States() {}

  /** Where a new issue of the team begins. */
  static Optional<Row> initial(Rows rows, Row team) {
    return rows.referring(Kind.WORKFLOW_STATE, "teamId", team.id()).stream()
        .min(
            Comparator.comparingInt((Row state) -> TYPES.indexOf(state.required("type")))
                .thenComparing(state -> state.text("position").orElse("")));
  }

  /** Puts an issue into a state of its team, and notes when it was started, done or given up. */
  static Row enter(Transaction tx, Row issue, String stateId) {
    Row state = Lookup.row(tx, Kind.WORKFLOW_STATE, stateId);
    if (!state.required("teamId").equals(issue.required("teamId"))) {
      throw LinearError.invalid("The state does not belong to the issue's team");
    }
    String type = state.required("type");
    String now = Moments.text(tx.now());
    Object started = issue.value("startedAt") == null ? now : issue.value("startedAt");
    boolean begun = type.equals("started") || type.equals("completed");
    return issue
        .with("stateId", state.id())
        .with("startedAt", begun ? started : null)
        .with("completedAt", type.equals("completed") ? now : null)
        .with("canceledAt", type.equals("canceled") || type.equals("duplicate") ? now : null);
  }
}
