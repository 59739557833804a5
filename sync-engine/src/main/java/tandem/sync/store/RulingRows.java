package tandem.sync.store;

import java.time.Instant;
import java.util.Locale;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;
import tandem.sync.store.Rulings.Author;
import tandem.sync.store.Rulings.Ending;

/** Keeps rulings about one aspect. */
final class RulingRows {
  private final Database database;
  private final String aspect;

  RulingRows(Database database, String aspect) {
    this.database = database;
    this.aspect = aspect;
  }

  /** A ruling in the aspect's notation. */
  record Texts(Ruling.Kind kind, String value, String left, String right, Instant at) {}

  void give(LinkId link, Texts ruling, Author author) {
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
        aspect);
  }

  private void insert(LinkId link, Texts ruling, Author author) {
    database.update(
        """
        insert into sync_ruling (installation_id, link_id, aspect, kind, value, left_value,
          right_value, given_by, given_at, receipt_id)
        select l.installation_id, l.link_id, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1)
        from sync_link l where l.link_id = ?
        """,
        aspect,
        ruling.kind().name().toLowerCase(Locale.ROOT),
        ruling.value(),
        ruling.left(),
        ruling.right(),
        author.accountId(),
        ruling.at(),
        author.receipt().orElse(-1),
        link.value());
  }

  static void end(Database database, long ruling, Ending ending, Instant now) {
    database.update(
        "update sync_ruling set ending = ?, ended_at = ? where ruling_id = ? and ended_at is null",
        ending.name().toLowerCase(Locale.ROOT),
        now,
        ruling);
  }
}
