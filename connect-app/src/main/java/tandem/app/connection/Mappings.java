package tandem.app.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tandem.app.connection.Mapping.MappedBudget;
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

  /** All mappings of an installation, by project key. */
  public List<Mapping> of(InstallationId installation) {
    return several("m.installation_id = ?", "m.project_key, m.id", installation.value());
  }

  /** Every installation's. */
  public List<Mapping> all() {
    return several("true", "m.id");
  }

  /** An installation that is connected to a workspace, and its mapping of the team asked for. */
  public record Connected(InstallationId installation, Optional<Mapping> mapping) {}

  /** Every installation that is connected to the workspace, whether it maps the team or not. */
  public List<Connected> ofTeam(String workspaceId, String teamId) {
    return database
        .sql(MappingRows.CONNECTED)
        .params(teamId, workspaceId)
        .query(MappingRows::connected);
  }

  private Optional<Mapping> one(String condition, Object... parameters) {
    return several(condition, "m.id", parameters).stream().findFirst();
  }

  private List<Mapping> several(String condition, String order, Object... parameters) {
    return database
        .sql(MappingRows.where(condition, order))
        .params(parameters)
        .query(MappingRows::mappings);
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
