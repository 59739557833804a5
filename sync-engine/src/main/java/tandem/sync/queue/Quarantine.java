package tandem.sync.queue;

import java.util.List;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.store.Database;
import tandem.sync.store.NamedLink;
import tandem.sync.store.Slice;

/** The links that were set aside, for an admin to see. They are replayed by {@link WorkQueue}. */
public final class Quarantine {
  private final Database database;

  public Quarantine(Database database) {
    this.database = database;
  }

  /** A link that was set aside; {@code why} is one sentence. */
  public record Entry(NamedLink link, String why) {}

  /** A tenant's, the newest link first; the id of a slice is the link's. */
  public List<Entry> of(InstallationId tenant, Slice slice) {
    return database.query(
        """
        select d.link_id, l.mapping_id, a.issue_key lk, b.issue_key rk, d.quarantine
        from sync_dirty d
          join sync_link l on l.link_id = d.link_id and l.installation_id = d.installation_id
          join sync_link_side a on a.link_id = d.link_id and a.side = 'left'
          join sync_link_side b on b.link_id = d.link_id and b.side = 'right'
        where d.installation_id = ? and d.quarantine is not null and d.link_id < ?
        order by d.link_id desc limit ?
        """,
        row ->
            new Entry(
                new NamedLink(
                    new LinkId(row.getLong("link_id")),
                    new MappingId(row.getLong("mapping_id")),
                    row.getString("lk"),
                    row.getString("rk")),
                row.getString("quarantine")),
        tenant.value(),
        slice.before(),
        slice.atMost());
  }
}
