package tandem.app.connection;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tandem.sync.jira.JiraProject;
import tandem.sync.linear.LinearTeam;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;

/**
 * A Jira project ↔ a Linear team with its rules.
 *
 * @param workspaceId the Linear workspace that the team belongs to
 * @param creates on which side a twin is created for an issue that has none; empty for neither
 */
public record Mapping(
    MappingId id,
    InstallationId installation,
    Project project,
    Team team,
    String workspaceId,
    Policies policies,
    Optional<Side> creates,
    List<MappedBudget> budgets) {

  public Mapping {
    budgets = List.copyOf(budgets);
  }

  /**
   * Who wins where both sides changed the same thing differently.
   *
   * @param budget for the budget tag
   * @param decisions for each piece of a decision
   */
  public record Policies(ConflictPolicy budget, ConflictPolicy decisions) {}

  /** A Jira project by its immutable id and by its key for people. */
  public record Project(String id, String key) {}

  /** A Linear team by its immutable id, with its key and name for people. */
  public record Team(String id, String key, String name) {}

  /**
   * A budget as both trackers write it.
   *
   * @param share its target share of the effort, 0 to 100 per cent
   */
  public record MappedBudget(Budget budget, int share, String jiraLabel, String linearLabelId) {}

  /** The budget of that name, where the mapping has it. */
  public Optional<MappedBudget> budget(Budget name) {
    return budgets.stream().filter(mapped -> mapped.budget().equals(name)).findFirst();
  }

  /** Its left side on this Jira site. */
  public JiraProject left(URI site) {
    return new JiraProject(site, project.id(), byBudget(MappedBudget::jiraLabel));
  }

  /** Its right side behind this GraphQL endpoint. */
  public LinearTeam right(URI api) {
    return new LinearTeam(api, team.id(), byBudget(MappedBudget::linearLabelId));
  }

  MappingRules rules() {
    return new MappingRules(
        byBudget(MappedBudget::share), policies.budget(), policies.decisions(), creates);
  }

  private <T> SortedMap<Budget, T> byBudget(Function<MappedBudget, T> value) {
    SortedMap<Budget, T> values = new TreeMap<>();
    budgets.forEach(mapped -> values.put(mapped.budget(), value.apply(mapped)));
    return values;
  }
}
