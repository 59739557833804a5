package tandem.sync.store;

import java.util.Collection;
import java.util.List;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;

/** {@link TwinHints} on PostgreSQL. */
public final class JdbcTwinHints implements TwinHints {
  private final Database database;

  public JdbcTwinHints(Database database) {
    this.database = database;
  }

  @Override
  public void note(MappingId mapping, TwinHint hint) {
    database.update(
        """
        insert into sync_twin_hint (mapping_id, left_key, right_issue_id, right_key, linked)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        mapping.value(),
        hint.leftKey(),
        hint.right().value(),
        hint.rightKey(),
        hint.linked());
  }

  @Override
  public List<TwinHint> hints(MappingId mapping, Collection<String> leftKeys) {
    return database.query(
        "select * from sync_twin_hint where mapping_id = ? and left_key = any (?)"
            + " order by hint_id",
        row ->
            new TwinHint(
                row.getString("left_key"),
                new IssueId(row.getString("right_issue_id")),
                row.getString("right_key"),
                row.getBoolean("linked")),
        mapping.value(),
        leftKeys.toArray(String[]::new));
  }

  @Override
  public void linked(MappingId mapping, IssueId right) {
    database.update(
        "update sync_twin_hint set linked = true where mapping_id = ? and right_issue_id = ?",
        mapping.value(),
        right.value());
  }

  @Override
  public boolean take(MappingId mapping, IssueId right) {
    return database
        .query(
            "delete from sync_twin_hint where mapping_id = ? and right_issue_id = ?"
                + " returning linked",
            row -> row.getBoolean("linked"),
            mapping.value(),
            right.value())
        .contains(true);
  }

  @Override
  public List<IssueId> unseen(MappingId mapping, int atMost) {
    return database.query(
        "select distinct right_issue_id from sync_twin_hint"
            + " where mapping_id = ? and linked order by right_issue_id limit ?",
        row -> new IssueId(row.getString("right_issue_id")),
        mapping.value(),
        atMost);
  }

  @Override
  public long unmatched(MappingId mapping) {
    return database
        .first(
            "select count(distinct right_issue_id) n from sync_twin_hint"
                + " where mapping_id = ? and not linked",
            row -> row.getLong("n"),
            mapping.value())
        .orElseThrow();
  }

  @Override
  public void forget(MappingId mapping) {
    database.update("delete from sync_twin_hint where mapping_id = ?", mapping.value());
  }
}
