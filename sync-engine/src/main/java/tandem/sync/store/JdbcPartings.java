package tandem.sync.store;

import java.time.Instant;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** {@link Partings} on PostgreSQL. */
public final class JdbcPartings implements Partings {
  private final Database database;

  public JdbcPartings(Database database) {
    this.database = database;
  }

  @Override
  public boolean part(InstallationId installation, LinkId link, Instant now) {
    return database.within(() -> {
      database.update(
          """
          insert into sync_parted
            (installation_id, mapping_id, left_issue_id, right_issue_id, parted_at)
          select l.installation_id, l.mapping_id, a.issue_id, b.issue_id, ?
          from sync_link l
          join sync_link_side a on a.link_id = l.link_id and a.side = 'left'
          join sync_link_side b on b.link_id = l.link_id and b.side = 'right'
          where l.link_id = ? and l.installation_id = ?
          on conflict do nothing
          """,
          now,
          link.value(),
          installation.value());
      return database.update(
              "delete from sync_link where link_id = ? and installation_id = ?",
              link.value(),
              installation.value())
          == 1;
    });
  }

  @Override
  public boolean areParted(InstallationId installation, IssueId left, IssueId right) {
    return database
        .first(
            "select 1 from sync_parted"
                + " where installation_id = ? and left_issue_id = ? and right_issue_id = ?",
            row -> row.getInt(1),
            installation.value(),
            left.value(),
            right.value())
        .isPresent();
  }

  @Override
  public boolean wasParted(InstallationId installation, Side side, IssueId issue) {
    return database
        .first(
            "select 1 from sync_parted where installation_id = ? and "
                + JdbcLinkStore.name(side)
                + "_issue_id = ?",
            row -> row.getInt(1),
            installation.value(),
            issue.value())
        .isPresent();
  }

  @Override
  public void reunite(InstallationId installation, IssueId left, IssueId right) {
    database.update(
        "delete from sync_parted"
            + " where installation_id = ? and left_issue_id = ? and right_issue_id = ?",
        installation.value(),
        left.value(),
        right.value());
  }

  @Override
  public int removeMapping(InstallationId installation, MappingId mapping) {
    return database.within(() -> {
      for (String table :
          new String[] {
            "sync_backfill", "sync_sweep", "sync_parted", "sync_creation", "sync_drift"
          }) {
        database.update(
            "delete from " + table + " where mapping_id = ? and installation_id = ?",
            mapping.value(),
            installation.value());
      }
      new JdbcTwinHints(database).forget(mapping);
      return database.update(
          "delete from sync_link where mapping_id = ? and installation_id = ?",
          mapping.value(),
          installation.value());
    });
  }
}
