package tandem.app.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** Reads mappings with their budgets in one query: a row for each budget, one where none is. */
final class MappingRows {
  private static final String COLUMNS =
      " m.*, b.name as budget, b.share, b.jira_label, b.linear_label_id ";
  private static final String BUDGETS = " left join mapping_budget b on b.mapping_id = m.id ";
  private static final String BUDGETS_IN_ORDER = ", b.share desc, b.name";

  /** Of a team, then a workspace. */
  static final String CONNECTED =
      "select c.installation_id as connected,"
          + COLUMNS
          + "from linear_connection c"
          + " left join mapping m on m.installation_id = c.installation_id and m.team_id = ?"
          + BUDGETS
          + "where c.workspace_id = ? order by c.installation_id, m.id"
          + BUDGETS_IN_ORDER;

  private MappingRows() {}

  static String where(String condition, String order) {
    return "select"
        + COLUMNS
        + "from mapping m"
        + BUDGETS
        + "where "
        + condition
        + " order by "
        + order
        + BUDGETS_IN_ORDER;
  }

  static List<Mapping> mappings(ResultSet rows) throws SQLException {
    Map<Long, Mapping> mappings = new LinkedHashMap<>();
    while (rows.next()) {
      long id = rows.getLong("id");
      mappings.put(id, mapping(rows, Optional.ofNullable(mappings.get(id))));
    }
    return List.copyOf(mappings.values());
  }

  /** A team is in one mapping of an installation at most. */
  static List<Mappings.Connected> connected(ResultSet rows) throws SQLException {
    Map<Long, Optional<Mapping>> found = new LinkedHashMap<>();
    while (rows.next()) {
      long installation = rows.getLong("connected");
      Optional<Mapping> before = found.getOrDefault(installation, Optional.empty());
      boolean mapped = rows.getString("team_id") != null;
      found.put(installation, mapped ? Optional.of(mapping(rows, before)) : before);
    }
    return found.entrySet().stream()
        .map(it -> new Mappings.Connected(new InstallationId(it.getKey()), it.getValue()))
        .toList();
  }

  private static Mapping mapping(ResultSet row, Optional<Mapping> before) throws SQLException {
    List<MappedBudget> budgets = new ArrayList<>(before.map(Mapping::budgets).orElse(List.of()));
    if (row.getString("budget") != null) {
      budgets.add(budget(row));
    }
    return new Mapping(
        new MappingId(row.getLong("id")),
        new InstallationId(row.getLong("installation_id")),
        new Mapping.Project(row.getString("project_id"), row.getString("project_key")),
        new Mapping.Team(
            row.getString("team_id"), row.getString("team_key"), row.getString("team_name")),
        row.getString("workspace_id"),
        policies(row),
        Optional.ofNullable(row.getString("creates")).map(Side::valueOf),
        budgets);
  }

  private static MappedBudget budget(ResultSet row) throws SQLException {
    return new MappedBudget(
        new Budget(row.getString("budget")),
        row.getInt("share"),
        row.getString("jira_label"),
        row.getString("linear_label_id"));
  }

  private static Mapping.Policies policies(ResultSet row) throws SQLException {
    ConflictPolicy budget = ConflictPolicy.valueOf(row.getString("policy"));
    String decisions = row.getString("decision_policy");
    return new Mapping.Policies(
        budget, decisions == null ? budget : ConflictPolicy.valueOf(decisions));
  }
}
