package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;

/**
 * Keeps conflicts about decisions. One is known by its part, the two values and the base they
 * differ from.
 */
final class DisputeRows {
  private final Database database;

  DisputeRows(Database database) {
    this.database = database;
  }

  int keep(LinkId link, DecisionId id, List<DecisionDispute> found, Instant now) {
    close(link, id, found, now);
    return found.stream().mapToInt(dispute -> keep(link, id, dispute)).sum();
  }

  /** What is still open among them stays open as it is. */
  private void close(LinkId link, DecisionId id, List<DecisionDispute> found, Instant now) {
    List<Open> open =
        database.query(
            "select * from sync_conflict where link_id = ? and aspect = ? and closed_at is null",
            row -> new Open(row.getLong("conflict_id"), DecisionRows.dispute(row)),
            link.value(),
            DecisionRows.aspect(id));
    for (Open known : open) {
      if (found.stream().noneMatch(known::isStill)) {
        database.update(
            "update sync_conflict set closed_at = ? where conflict_id = ?", now, known.number());
      }
    }
  }

  private record Open(long number, DecisionDispute dispute) {
    boolean isStill(DecisionDispute found) {
      return found.isOpen() && dispute.isOfTheSame(found);
    }
  }

  private int keep(LinkId link, DecisionId id, DecisionDispute dispute) {
    return database.update(
        """
        insert into sync_conflict as c (installation_id, link_id, aspect, part, base_version, why,
          base_value, left_value, right_value, chosen, note, found_at, closed_at)
        select l.installation_id, l.link_id, ?, ?, coalesce(b.version, 0), ?, ?, ?, ?, ?,
          nullif(?, ''), ?, ?
        from sync_link l left join sync_base b on b.link_id = l.link_id and b.aspect = ?
        where l.link_id = ?
        on conflict (link_id, aspect, part, base_version, md5(left_value), md5(right_value))
        do update set why = excluded.why, chosen = excluded.chosen, note = excluded.note,
          closed_at = excluded.closed_at
        where c.chosen is distinct from excluded.chosen
           or (c.closed_at is not null and excluded.closed_at is null)
        """,
        DecisionRows.aspect(id),
        dispute.part(),
        dispute.why(),
        dispute.base(),
        dispute.left(),
        dispute.right(),
        chosen(dispute),
        dispute.note(),
        dispute.foundAt(),
        dispute.isOpen() ? null : dispute.foundAt(),
        DecisionRows.aspect(id),
        link.value());
  }

  private static @Nullable String chosen(DecisionDispute dispute) {
    return dispute.chosen().map(JdbcLinkStore::name).orElse(null);
  }
}
