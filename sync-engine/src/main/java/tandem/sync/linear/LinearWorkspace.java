package tandem.sync.linear;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tandem.sync.linear.graphql.CurrentOrganizationQuery;
import tandem.sync.linear.graphql.EnableWebhookMutation;
import tandem.sync.linear.graphql.ListTeamsQuery;
import tandem.sync.linear.graphql.ListWebhooksQuery;
import tandem.sync.model.Budget;
import tandem.sync.replica.Outcome;

/**
 * The calls on a whole workspace that connecting it needs. Safe for many threads; fails as {@link
 * tandem.sync.replica.Replica} does.
 */
public final class LinearWorkspace {
  private final LinearCalls calls;

  /**
   * Calls one workspace, the one that the authorization belongs to.
   *
   * @param api the address of the GraphQL endpoint
   */
  public LinearWorkspace(URI api, LinearAuthorization authorization, LinearHttp http) {
    this.calls = new LinearCalls(api, authorization, http);
  }

  /** The workspace that the grant belongs to. {@code urlKey} is its part of linear.app URLs. */
  public record Organization(String id, String name, String urlKey) {}

  /** A team. {@code key} is the prefix of its issues ({@code SHOP}). */
  public record Team(String id, String key, String name) {}

  /** One remote call. */
  public Outcome<Organization> organization() {
    return calls
        .data(new CurrentOrganizationQuery())
        .then(data ->
            new Outcome.Done<>(
                new Organization(
                    data.organization.id, data.organization.name, data.organization.urlKey)));
  }

  /** All teams that the grant may see, in Linear's order; one remote call for each 100. */
  public Outcome<List<Team>> teams() {
    return LinearPages.all(this::teams);
  }

  private Outcome<LinearPages.Part<Team>> teams(Optional<String> after) {
    return calls
        .data(ListTeamsQuery.builder().after(after).build())
        .then(data ->
            new Outcome.Done<>(
                new LinearPages.Part<>(
                    data.teams.nodes.stream()
                        .map(team -> new Team(team.id, team.key, team.name))
                        .toList(),
                    data.teams.pageInfo.endCursor.filter(end -> data.teams.pageInfo.hasNextPage))));
  }

  /**
   * Finds the team's label group and a label in it for each budget, and creates what is missing.
   * Labels are found by name, whatever their case, in the team and in the workspace; nothing that
   * exists is changed. Safe to repeat: creates carry ids derived from team and name.
   *
   * @param groupName the name of the group, for instance {@code Budget}
   * @param names the label's name for each budget
   * @return the label's id for each budget; {@code Rejected} where Linear refuses to create one,
   *     for instance since a label outside the group has its name
   */
  public Outcome<SortedMap<Budget, String>> ensureBudgetLabels(
      String teamId, String groupName, SortedMap<Budget, String> names) {
    return new LinearBudgetLabels(calls, teamId).ensure(groupName, names);
  }

  /** A webhook of the workspace, whoever made it. */
  public record Webhook(String id, boolean enabled) {}

  /**
   * All webhooks of the workspace; one remote call for each 50. {@code AccessGone} where the grant
   * does not reach so far: only the scope {@code admin} may read them.
   *
   * @see <a href="https://linear.app/developers/webhooks">Webhooks</a>
   */
  public Outcome<List<Webhook>> webhooks() {
    return LinearPages.all(this::webhooks);
  }

  private Outcome<LinearPages.Part<Webhook>> webhooks(Optional<String> after) {
    return calls
        .data(ListWebhooksQuery.builder().after(after).build())
        .then(data ->
            new Outcome.Done<>(
                new LinearPages.Part<>(
                    data.webhooks.nodes.stream()
                        .map(webhook -> new Webhook(webhook.id, webhook.enabled))
                        .toList(),
                    data.webhooks.pageInfo.endCursor.filter(
                        end -> data.webhooks.pageInfo.hasNextPage))));
  }

  /** Switches a webhook on that Linear switched off; may be said twice. One remote call. */
  public Outcome<Boolean> enableWebhook(String id) {
    return calls
        .data(new EnableWebhookMutation(id))
        .then(data -> new Outcome.Done<>(data.webhookUpdate.success));
  }
}
