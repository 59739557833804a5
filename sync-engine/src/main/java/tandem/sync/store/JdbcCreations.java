package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;

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
  public void done(Wanted wanted) {
    database.update(
        "delete from sync_creation where installation_id = ? and side = ? and issue_id = ?",
        wanted.installation().value(),
        JdbcLinkStore.name(wanted.on()),
        wanted.of().value());
  }
}
