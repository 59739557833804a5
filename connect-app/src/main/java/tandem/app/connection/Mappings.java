package tandem.app.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** The mappings of all installations. */
@Component
public class Mappings {
  private final JdbcClient database;

  Mappings(JdbcClient database) {
    this.database = database;
  }

  public Optional<Mapping> find(MappingId id) {
    return one("m.id = ?", id.value());
  }

  /** The mapping of a Jira project by its id. */
  public Optional<Mapping> ofProject(InstallationId installation, String projectId) {
    return one("m.installation_id = ? and m.project_id = ?", installation.value(), projectId);
  }

  /** The mapping of a Jira project by its present key. */
  public Optional<Mapping> ofProjectKey(InstallationId installation, String projectKey) {
    return one("m.installation_id = ? and m.project_key = ?", installation.value(), projectKey);
  }

  /** The mapping of a Linear team. */
  public Optional<Mapping> ofTeam(InstallationId installation, String teamId) {
    return one("m.installation_id = ? and m.team_id = ?", installation.value(), teamId);
  }

  /** All mappings of an installation, by project key. */
  public List<Mapping> of(InstallationId installation) {
    return several("m.installation_id = ? order by m.project_key", installation.value());
  }

  /** Every installation's. */
  public List<Mapping> all() {
    return several("true order by m.id");
  }

  private Optional<Mapping> one(String condition, Object... parameters) {
    return several(condition, parameters).stream().findFirst();
  }

  private List<Mapping> several(String condition, Object... parameters) {
    return database
        .sql("select m.* from mapping m where " + condition)
        .params(parameters)
        .query(Mappings::row)
        .list()
        .stream()
        .map(this::withBudgets)
        .toList();
  }

  /** After the rows are read: a query inside a query would hold two connections at once. */
  private Mapping withBudgets(Mapping bare) {
    return new Mapping(
        bare.id(),
        bare.installation(),
        bare.project(),
        bare.team(),
        bare.workspaceId(),
        bare.policies(),
        bare.creates(),
        budgets(bare.id()));
  }

  private static Mapping row(ResultSet row, int number) throws SQLException {
    return new Mapping(
        new MappingId(row.getLong("id")),
        new InstallationId(row.getLong("installation_id")),
        new Mapping.Project(row.getString("project_id"), row.getString("project_key")),
        new Mapping.Team(
            row.getString("team_id"), row.getString("team_key"), row.getString("team_name")),
        row.getString("workspace_id"),
        policies(row),
        Optional.ofNullable(row.getString("creates")).map(Side::valueOf),
        List.of());
  }

  private static Mapping.Policies policies(ResultSet row) throws SQLException {
    ConflictPolicy budget = ConflictPolicy.valueOf(row.getString("policy"));
    String decisions = row.getString("decision_policy");
    return new Mapping.Policies(
        budget, decisions == null ? budget : ConflictPolicy.valueOf(decisions));
  }

  private List<MappedBudget> budgets(MappingId mapping) {
    return database
        .sql("select * from mapping_budget where mapping_id = ? order by share desc, name")
        .param(mapping.value())
        .query((row, number) ->
            new MappedBudget(
                new Budget(row.getString("name")),
                row.getInt("share"),
                row.getString("jira_label"),
                row.getString("linear_label_id")))
        .list();
  }

  /**
   * Creates the mapping of a project or replaces its rules; the id stays. {@code wanted.id()} is
   * not looked at.
   */
  @Transactional
  public Mapping put(Mapping wanted) {
    MappingId id = new MappingId(upsert(wanted));
    database.sql("delete from mapping_budget where mapping_id = ?").param(id.value()).update();
    wanted.budgets().forEach(budget -> insert(id, budget));
    return find(id).orElseThrow();
  }

  /** Forgets a mapping with its budgets; what the engine knows of it stays. */
  public void remove(Mapping mapping) {
    database
        .sql("delete from mapping where id = ? and installation_id = ?")
        .params(mapping.id().value(), mapping.installation().value())
        .update();
  }

  private long upsert(Mapping wanted) {
    return database
        .sql(
            """
            insert into mapping (installation_id, project_id, project_key, team_id, team_key,
                team_name, workspace_id, policy, decision_policy, creates)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (installation_id, project_id) do update set
                project_key = excluded.project_key, team_id = excluded.team_id,
                team_key = excluded.team_key, team_name = excluded.team_name,
                workspace_id = excluded.workspace_id, policy = excluded.policy,
                decision_policy = excluded.decision_policy, creates = excluded.creates
            returning id
            """)
        .params(
            wanted.installation().value(),
            wanted.project().id(),
            wanted.project().key(),
            wanted.team().id(),
            wanted.team().key(),
            wanted.team().name(),
            wanted.workspaceId(),
            wanted.policies().budget().name(),
            wanted.policies().decisions().name(),
            wanted.creates().map(Side::name).orElse(null))
        .query(Long.class)
        .single();
  }

  private void insert(MappingId mapping, MappedBudget budget) {
    database
        .sql("insert into mapping_budget values (?, ?, ?, ?, ?)")
        .params(
            mapping.value(),
            budget.budget().name(),
            budget.share(),
            budget.jiraLabel(),
            budget.linearLabelId())
        .update();
  }
}
