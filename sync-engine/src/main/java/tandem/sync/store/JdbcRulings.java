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
    RulingRows.Texts texts =
        new RulingRows.Texts(
            ruling.kind(),
            BudgetText.of(ruling.value()),
            BudgetText.of(ruling.left()),
            BudgetText.of(ruling.right()),
            ruling.at());
    new RulingRows(database, ASPECT).give(link, texts, author);
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
    RulingRows.end(database, ruling, ending, now);
  }
}
