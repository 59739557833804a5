package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tandem.sandbox.linear.access.Caller;
import tandem.sandbox.linear.access.Standing;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;
import tandem.sandbox.linear.state.Transaction;

/**
 * One GraphQL request on its way: who asks, and the rows as they are. Nobody else writes meanwhile.
 */
record Invocation(Premises premises, Rows rows, Caller caller, Standing standing) {
  static Invocation of(DataFetchingEnvironment environment) {
    Invocation invocation = environment.getGraphQlContext().get(Invocation.class);
    return Objects.requireNonNull(invocation);
  }

  /** Runs one mutation as this caller: all of it or nothing. */
  <T> T change(Function<Transaction, T> work) {
    return premises
        .workspace()
        .change(
            caller.author(),
            tx -> {
              T done = work.apply(tx);
              refuseFrozen(tx);
              return done;
            });
  }

  /** That an application may be refused on one issue, and how, is assumed. */
  private void refuseFrozen(Transaction tx) {
    boolean refused =
        caller.means() == Caller.Means.APPLICATION
            && tx.changes().stream().anyMatch(it -> premises.workspace().isFrozen(it.row()));
    if (refused) {
      throw LinearError.forbidden("You do not have permission to edit this issue");
    }
  }

  String newId() {
    return premises.outside().ids().get();
  }

  Optional<Row> viewer() {
    return rows.find(Kind.USER, caller.author().userId());
  }

  /** Refuses unless a workspace admin asks, or an application with the scope {@code admin}. */
  void requireAdmin() {
    boolean admin = viewer().map(user -> user.flag("admin")).orElse(false);
    boolean granted =
        caller.means() == Caller.Means.APPLICATION ? caller.scopes().contains("admin") : admin;
    if (!granted) {
      throw LinearError.forbidden("Invalid role: admin required");
    }
  }
}
