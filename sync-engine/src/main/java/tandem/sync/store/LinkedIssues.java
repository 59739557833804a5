package tandem.sync.store;

import java.util.HashSet;
import java.util.Set;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** Which issues have a twin, for those who must not count a pair twice. */
public final class LinkedIssues {
  private final Database database;

  public LinkedIssues(Database database) {
    this.database = database;
  }

  /**
   * The issues on one side of the mapping's links, but for those whose twin is known to be gone.
   */
  public Set<IssueId> of(MappingId mapping, Side side) {
    return new HashSet<>(
        database.query(
            """
            select s.issue_id from sync_link l
            join sync_link_side s on s.link_id = l.link_id and s.side = ?
            join sync_link_side twin on twin.link_id = l.link_id and twin.side = ?
            where l.mapping_id = ? and not twin.gone
            """,
            row -> new IssueId(row.getString("issue_id")),
            JdbcLinkStore.name(side),
            JdbcLinkStore.name(side.other()),
            mapping.value()));
  }
}
