package tandem.sync.store;

import static tandem.sync.store.BudgetText.ASPECT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;

/** {@link Rulings} on PostgreSQL. */
public final class JdbcRulings implements Rulings {
  private final Database database;

  public JdbcRulings(Database database) {
    this.database = database;
  }

  @Override
  public void give(LinkId link, Ruling ruling, Author author) {
    database.run(() -> {
      // Two people who rule at once come one after the other.
      int unused =
          database
              .query(
                  "select 1 from sync_link where link_id = ? for update",
                  row -> row.getInt(1),
                  link.value())
              .size();
      replaceOpen(link, ruling.at());
      insert(link, ruling, author);
    });
  }

  private void replaceOpen(LinkId link, Instant now) {
    database.update(
        "update sync_ruling set ending = 'replaced', ended_at = ?"
            + " where link_id = ? and aspect = ? and ended_at is null",
        now,
        link.value(),
        ASPECT);
  }

  private void insert(LinkId link, Ruling ruling, Author author) {
    database.update(
        """
        insert into sync_ruling (installation_id, link_id, aspect, kind, value, left_value,
          right_value, given_by, given_at, receipt_id)
        select l.installation_id, l.link_id, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1)
        from sync_link l where l.link_id = ?
        """,
        ASPECT,
        ruling.kind().name().toLowerCase(Locale.ROOT),
        BudgetText.of(ruling.value()),
        BudgetText.of(ruling.left()),
        BudgetText.of(ruling.right()),
        author.accountId(),
        ruling.at(),
        author.receipt().orElse(-1),
        link.value());
  }

  @Override
  public Optional<Given> open(LinkId link) {
    return database.first(
        "select * from sync_ruling where link_id = ? and aspect = ? and ended_at is null",
        JdbcRulings::given,
        link.value(),
        ASPECT);
  }

  private static Given given(ResultSet row) throws SQLException {
    return new Given(
        row.getLong("ruling_id"),
        new Ruling(
            Ruling.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            BudgetText.draw(row.getString("value")),
            BudgetText.tags(row.getString("left_value")),
            BudgetText.tags(row.getString("right_value")),
            Database.instant(row, "given_at")));
  }

  @Override
  public void end(long ruling, Ending ending, Instant now) {
    database.update(
        "update sync_ruling set ending = ?, ended_at = ? where ruling_id = ? and ended_at is null",
        ending.name().toLowerCase(Locale.ROOT),
        now,
        ruling);
  }
}
