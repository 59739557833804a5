package tandem.sync.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/** {@link Overwrites} on PostgreSQL. */
final class JdbcOverwrites implements Overwrites {
  private static final String OLDER =
      "update sync_overwritten set heeded_at = ? where intent_id = ? and made_at < ?"
          + " and heeded_at is null";

  private final Database database;

  JdbcOverwrites(Database database) {
    this.database = database;
  }

  @Override
  public boolean keep(LinkId link, OverwrittenEdit edit, Instant now) {
    return database.within(() -> {
      boolean news = insert(link, edit, now);
      if (news) {
        database.update(OLDER, now, edit.intent(), edit.at());
      }
      return news;
    });
  }

  @Override
  public void overtaken(long intent, Instant at, Instant now) {
    database.update(OLDER + " and certain", now, intent, at);
  }

  private boolean insert(LinkId link, OverwrittenEdit edit, Instant now) {
    return database.update(
            """
            insert into sync_overwritten (link_id, aspect, side, intent_id, before_value,
              after_value, lost_value, made_at, certain, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (intent_id, md5(lost_value)) do nothing
            """,
            link.value(),
            DecisionRows.aspect(edit.decision()),
            JdbcLinkStore.name(edit.side()),
            edit.intent(),
            edit.before(),
            edit.after(),
            edit.lost(),
            edit.at(),
            edit.certain(),
            now)
        == 1;
  }

  @Override
  public List<OverwrittenEdit> open(LinkId link) {
    return database.query(
        "select * from sync_overwritten where link_id = ? and heeded_at is null"
            + " order by overwritten_id",
        JdbcOverwrites::edit,
        link.value());
  }

  private static OverwrittenEdit edit(ResultSet row) throws SQLException {
    return new OverwrittenEdit(
        row.getLong("overwritten_id"),
        row.getLong("intent_id"),
        DecisionRows.id(row),
        DecisionRows.side(row, "side"),
        row.getString("before_value"),
        row.getString("after_value"),
        row.getString("lost_value"),
        Database.instant(row, "made_at"),
        row.getBoolean("certain"));
  }

  @Override
  public void heeded(long id, String restored, Instant now) {
    database.update(
        "update sync_overwritten set heeded_at = ?, restored_value = ?"
            + " where overwritten_id = ? and heeded_at is null",
        now,
        restored,
        id);
  }

  @Override
  public Optional<Restored> restored(long intent) {
    return database.first(
        "select * from sync_overwritten where intent_id = ? and certain"
            + " and restored_value is not null order by made_at desc limit 1",
        row -> new Restored(row.getString("lost_value"), row.getString("restored_value")),
        intent);
  }

  @Override
  public void hear(LinkId link, Heard heard) {
    database.run(() -> {
      database.update(
          """
          insert into sync_heard (link_id, aspect, side, value, at, ours, news)
          values (?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing
          """,
          link.value(),
          DecisionRows.aspect(heard.decision()),
          JdbcLinkStore.name(heard.side()),
          heard.value(),
          heard.at(),
          heard.ours(),
          heard.news());
      forgetOld(link, heard.decision(), heard.side());
    });
  }

  private void forgetOld(LinkId link, DecisionId decision, Side side) {
    database.update(
        """
        delete from sync_heard where heard_id in (
          select heard_id from sync_heard where link_id = ? and aspect = ? and side = ?
          order by at desc, heard_id desc offset ?)
        """,
        link.value(),
        DecisionRows.aspect(decision),
        JdbcLinkStore.name(side),
        MEMORY);
  }

  @Override
  public List<Heard> heard(LinkId link, DecisionId decision, Side side) {
    return database.query(
        "select * from sync_heard where link_id = ? and aspect = ? and side = ?"
            + " order by at, heard_id",
        row ->
            new Heard(
                decision,
                side,
                row.getString("value"),
                Database.instant(row, "at"),
                row.getBoolean("ours"),
                row.getLong("news")),
        link.value(),
        DecisionRows.aspect(decision),
        JdbcLinkStore.name(side));
  }
}
