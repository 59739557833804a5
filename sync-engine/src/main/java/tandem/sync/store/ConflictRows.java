package tandem.sync.store;

import static tandem.sync.store.BudgetText.ASPECT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.Draw;
import tandem.sync.model.LinkId;

/**
 * Keeps and reads conflicts. A conflict is known by the two values and the base they differ from.
 */
final class ConflictRows {
  private final Database database;

  ConflictRows(Database database) {
    this.database = database;
  }

  boolean keep(LinkId link, ConflictRecord conflict) {
    if (isOpen(link, conflict)) {
      return false;
    }
    close(link, conflict.foundAt());
    return database.update(
            """
            insert into sync_conflict as c (installation_id, link_id, aspect, base_version, why,
              left_value, right_value, chosen, found_at, closed_at)
            select l.installation_id, l.link_id, ?, coalesce(b.version, 0), ?, ?, ?, ?, ?, ?
            from sync_link l left join sync_base b on b.link_id = l.link_id and b.aspect = ?
            where l.link_id = ?
            on conflict (link_id, aspect, part, base_version, md5(left_value), md5(right_value))
            do update set why = excluded.why, chosen = excluded.chosen, closed_at = excluded.closed_at
            where c.chosen is distinct from excluded.chosen
               or (c.closed_at is not null and excluded.closed_at is null)
            """,
            ASPECT,
            conflict.why(),
            BudgetText.of(conflict.left()),
            BudgetText.of(conflict.right()),
            chosen(conflict),
            conflict.foundAt(),
            closedAt(conflict),
            ASPECT,
            link.value())
        == 1;
  }

  private boolean isOpen(LinkId link, ConflictRecord conflict) {
    return conflict.chosen().isEmpty()
        && open(link).stream()
            .anyMatch(known ->
                known.left().equals(conflict.left()) && known.right().equals(conflict.right()));
  }

  private static @Nullable Object chosen(ConflictRecord conflict) {
    return conflict.chosen().map(BudgetText::of).orElse(null);
  }

  private static @Nullable Object closedAt(ConflictRecord conflict) {
    return conflict.chosen().isPresent() ? conflict.foundAt() : null;
  }

  void close(LinkId link, Instant now) {
    database.update(
        "update sync_conflict set closed_at = ?"
            + " where link_id = ? and aspect = ? and closed_at is null",
        now,
        link.value(),
        ASPECT);
  }

  List<ConflictRecord> open(LinkId link) {
    return database.query(
        """
        select why, left_value, right_value, found_at from sync_conflict
        where link_id = ? and aspect = ? and closed_at is null
        """,
        row ->
            new ConflictRecord(
                row.getString("why"),
                BudgetText.tags(row.getString("left_value")),
                BudgetText.tags(row.getString("right_value")),
                Optional.<Draw>empty(),
                Database.instant(row, "found_at")),
        link.value(),
        ASPECT);
  }
}
