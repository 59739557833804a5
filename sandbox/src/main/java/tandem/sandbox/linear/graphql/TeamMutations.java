package tandem.sandbox.linear.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;

/**
 * Deleting a team and taking that back. By the schema a deletion archives the team and schedules
 * its data for deletion, and only an admin may do it. That its issues are archived with it and come
 * back with it, each with an event, is assumed; the data is never deleted here.
 */
final class TeamMutations {
  private static final String ARCHIVED = "archivedAt";

  private TeamMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("teamDelete", TeamMutations::delete)
        .mutation("teamUnarchive", TeamMutations::unarchive);
  }

  private static Map<String, @Nullable Object> delete(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    return in.change(tx -> {
      String now = Moments.text(tx.now());
      Row team = Lookup.row(tx, Kind.TEAM, args.get("id"));
      tx.referring(Kind.ISSUE, "teamId", team.id()).stream()
          .filter(issue -> !issue.archived())
          .forEach(issue -> tx.put(issue.with(ARCHIVED, now)));
      return Payload.deleted(in, tx.put(team.with(ARCHIVED, now)));
    });
  }

  /** Issues that were archived before the team stay so. */
  private static Map<String, @Nullable Object> unarchive(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    Row back =
        in.change(tx -> {
          Row team = Lookup.row(tx, Kind.TEAM, args.get("id"));
          tx.referring(Kind.ISSUE, "teamId", team.id()).stream()
              .filter(issue -> issue.text(ARCHIVED).equals(team.text(ARCHIVED)))
              .forEach(issue -> tx.put(issue.with(ARCHIVED, null)));
          return tx.put(team.with(ARCHIVED, null));
        });
    return Payload.showing(in, "entity", back);
  }
}
