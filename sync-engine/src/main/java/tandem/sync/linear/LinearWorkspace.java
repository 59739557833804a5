package tandem.sync.linear;

import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import tandem.sync.model.Budget;
import tandem.sync.replica.Outcome;

/** The calls on a whole workspace that connecting it needs. */
@SuppressWarnings("DoNotCallSuggester")
public final class LinearWorkspace {
  private final URI api;

  /**
   * @param api the address of the GraphQL endpoint
   */
  public LinearWorkspace(URI api, LinearAuthorization authorization, LinearHttp http) {
    this.api = api;
  }

  /** The workspace that the grant belongs to. {@code urlKey} is its part of linear.app URLs. */
  public record Organization(String id, String name, String urlKey) {}

  /** A team. {@code key} is the prefix of its issues ({@code SHOP}). */
  public record Team(String id, String key, String name) {}

  /** One remote call. */
  public Outcome<Organization> organization() {
    throw new UnsupportedOperationException("lands within the hour: " + api);
  }

  /** All teams that the grant may see, in Linear's order; one remote call for each 100. */
  public Outcome<List<Team>> teams() {
    throw new UnsupportedOperationException("lands within the hour");
  }

  /**
   * Finds the team's label group and a label in it for each budget, and creates what is missing.
   * Labels are found by name, whatever their case, in the team and in the workspace; nothing that
   * exists is changed. Safe to repeat: creates carry ids derived from team and name.
   *
   * @param groupName the name of the group, for instance {@code Budget}
   * @param names the label's name for each budget
   * @return the label's id for each budget; {@code Rejected} where a name is taken by a label
   *     outside the group
   */
  public Outcome<SortedMap<Budget, String>> ensureBudgetLabels(
      String teamId, String groupName, SortedMap<Budget, String> names) {
    throw new UnsupportedOperationException("lands within the hour");
  }
}
