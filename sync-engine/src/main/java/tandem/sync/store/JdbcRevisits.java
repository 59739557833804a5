package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog.Place;

/** {@link Revisits} on PostgreSQL. */
public final class JdbcRevisits implements Revisits {
  private final Database database;

  public JdbcRevisits(Database database) {
    this.database = database;
  }

  @Override
  public List<Stop> due(Place place, Instant since, int atMost) {
    return due(place, since, atMost, "");
  }

  @Override
  public List<Stop> dueWithDecisions(Place place, Instant since, int atMost) {
    return due(
        place,
        since,
        atMost,
        " and exists (select 1 from sync_observed o where o.link_id = l.link_id"
            + " and o.aspect like 'decision.%')");
  }

  private List<Stop> due(Place place, Instant since, int atMost, String only) {
    return database.query(
        """
        select s.link_id, s.issue_id
        from sync_link l
        join sync_link_side s on s.link_id = l.link_id and s.side = ?
        left join sync_revisit v on v.link_id = s.link_id and v.side = s.side
        where l.installation_id = ? and l.mapping_id = ?
          and coalesce(v.visited_at, l.created_at) < ?\
        """
            + only
            + " order by coalesce(v.visited_at, l.created_at), s.link_id limit ?",
        row -> new Stop(new LinkId(row.getLong("link_id")), new IssueId(row.getString("issue_id"))),
        JdbcLinkStore.name(place.side()),
        place.installation().value(),
        place.mapping().value(),
        since,
        atMost);
  }

  @Override
  public void visited(LinkId link, Side side, Instant now) {
    database.update(
        """
        insert into sync_revisit (link_id, side, visited_at)
        select link_id, ?, ? from sync_link where link_id = ?
        on conflict (link_id, side) do update set visited_at = excluded.visited_at
        """,
        JdbcLinkStore.name(side),
        now,
        link.value());
  }
}
