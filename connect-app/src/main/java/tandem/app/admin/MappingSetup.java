package tandem.app.admin;

import java.util.List;
import java.util.SortedMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.Connection;
import tandem.app.connection.Connections;
import tandem.app.connection.JiraSite;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.app.connection.Mappings;
import tandem.app.connection.Workspaces;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.sync.linear.LinearWorkspace;
import tandem.sync.model.Budget;
import tandem.sync.model.MappingId;

/**
 * Makes a mapping real: its project and team exist, its labels exist in Linear, then it is kept.
 */
@Component
class MappingSetup {
  private static final String LABEL_GROUP = "Budget";
  private static final MappingId NOT_YET = new MappingId(0);

  private final JiraSite jira;
  private final Connections connections;
  private final Workspaces workspaces;
  private final Mappings mappings;

  MappingSetup(JiraSite jira, Connections connections, Workspaces workspaces, Mappings mappings) {
    this.jira = jira;
    this.connections = connections;
    this.workspaces = workspaces;
    this.mappings = mappings;
  }

  /** Creates or replaces; safe to repeat. What fails half-way leaves at most unused labels. */
  Mapping put(Installation installation, String projectKey, MappingRequest.Checked wanted) {
    Connection connection =
        connections.find(installation.id()).orElseThrow(MappingSetup::unconnected);
    Mapping.Project project = project(installation, projectKey);
    refuseOtherTeam(installation, project, wanted.teamId());
    LinearWorkspace workspace = workspaces.of(installation.id());
    Mapping mapping =
        new Mapping(
            NOT_YET,
            installation.id(),
            project,
            team(workspace, wanted.teamId()),
            connection.workspace().id(),
            wanted.policies(),
            wanted.creates(),
            budgets(workspace, wanted));
    try {
      return mappings.put(mapping);
    } catch (DuplicateKeyException e) {
      throw taken("The team " + mapping.team().name() + " is mapped to another Jira project.");
    }
  }

  private Mapping.Project project(Installation installation, String key) {
    return Failures.valueOf(jira.project(installation, key))
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.NOT_FOUND,
                "No such project",
                "Jira has no project " + key + " that Tandem may see."));
  }

  private void refuseOtherTeam(Installation installation, Mapping.Project project, String teamId) {
    mappings
        .ofProject(installation.id(), project.id())
        .filter(old -> !old.team().id().equals(teamId))
        .ifPresent(old -> {
          throw taken(
              "The project is mapped to the team "
                  + old.team().name()
                  + " and has links there; it cannot change its team.");
        });
  }

  private static Mapping.Team team(LinearWorkspace workspace, String id) {
    return Failures.valueOf(workspace.teams()).stream()
        .filter(team -> team.id().equals(id))
        .map(team -> new Mapping.Team(team.id(), team.key(), team.name()))
        .findFirst()
        .orElseThrow(() -> MappingRequest.wrong("The connected workspace has no team " + id + "."));
  }

  private static List<MappedBudget> budgets(
      LinearWorkspace workspace, MappingRequest.Checked wanted) {
    SortedMap<Budget, String> labels =
        Failures.valueOf(
            workspace.ensureBudgetLabels(wanted.teamId(), LABEL_GROUP, wanted.names()));
    return wanted.budgets().stream()
        .map(it ->
            new MappedBudget(
                it.budget(), it.share(), it.label(), labels.getOrDefault(it.budget(), "")))
        .toList();
  }

  private static ErrorResponseException unconnected() {
    return taken("Linear is not connected yet: POST /api/admin/linear/connect first.");
  }

  private static ErrorResponseException taken(String detail) {
    return Refusal.of(HttpStatus.CONFLICT, "The mapping cannot be made now", detail);
  }
}
