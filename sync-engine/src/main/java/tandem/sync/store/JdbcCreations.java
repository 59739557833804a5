package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/** {@link Creations} on PostgreSQL. */
public final class JdbcCreations implements Creations {
  private final Database database;

  public JdbcCreations(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> asked(Wanted wanted, Instant now) {
    return database.within(() -> {
      Optional<Instant> before =
          database.first(
              "select asked_at from sync_creation"
                  + " where installation_id = ? and side = ? and issue_id = ? for update",
              row -> Database.instant(row, "asked_at"),
              wanted.installation().value(),
              JdbcLinkStore.name(wanted.on()),
              wanted.of().value());
      database.update(
          """
          insert into sync_creation (installation_id, mapping_id, side, issue_id, asked_at)
          values (?, ?, ?, ?, ?)
          on conflict (installation_id, side, issue_id) do nothing
          """,
          wanted.installation().value(),
          wanted.mapping().value(),
          JdbcLinkStore.name(wanted.on()),
          wanted.of().value(),
          now);
      return before;
    });
  }

  @Override
  public void refused(Wanted wanted, Refusal refusal) {
    database.update(
        "update sync_creation set issue_key = ?, refused = ?"
            + " where installation_id = ? and side = ? and issue_id = ?",
        refusal.key(),
        refusal.why(),
        wanted.installation().value(),
        JdbcLinkStore.name(wanted.on()),
        wanted.of().value());
  }

  @Override
  public List<Refusal> refusals(InstallationId installation, MappingId mapping, int atMost) {
    return database.query(
        "select side, issue_key, refused from sync_creation where installation_id = ?"
            + " and mapping_id = ? and refused is not null order by asked_at, issue_key limit ?",
        row ->
            new Refusal(
                DecisionRows.side(row, "side"),
                row.getString("issue_key"),
                row.getString("refused")),
        installation.value(),
        mapping.value(),
        atMost);
  }

  @Override
  public void done(Wanted wanted) {
    database.update(
        "delete from sync_creation where installation_id = ? and side = ? and issue_id = ?",
        wanted.installation().value(),
        JdbcLinkStore.name(wanted.on()),
        wanted.of().value());
  }
}
