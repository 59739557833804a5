package tandem.sandbox.linear;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tandem.sandbox.linear.state.Author;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Workspace;

/**
 * Fills a workspace: what Linear has settings pages for (people, teams, keys) is made here, what it
 * has mutations for goes through {@link LinearService#ask} as a person would do it.
 */
public final class LinearSeed {
  private static final List<Map.Entry<String, String>> STATES =
      List.of(
          Map.entry("Backlog", "backlog"),
          Map.entry("Todo", "unstarted"),
          Map.entry("In Progress", "started"),
          Map.entry("In Review", "started"),
          Map.entry("Done", "completed"),
          Map.entry("Canceled", "canceled"));

  private final Workspace workspace;
  private final Randomness random;

  LinearSeed(Workspace workspace, Randomness random) {
    this.workspace = workspace;
    this.random = random;
  }

  /** Names the workspace; {@code urlKey} stands in the addresses of its issues. */
  public void organization(String name, String urlKey) {
    workspace.run(
        Author.NOBODY, tx -> tx.put(tx.organization().with("name", name).with("urlKey", urlKey)));
  }

  /** A person; answers the user's id. */
  public String person(String name, String email, boolean admin) {
    return created(
        Kind.USER,
        row ->
            row.with("name", name)
                .with("displayName", name)
                .with("email", email)
                .with("admin", admin)
                .with("active", true));
  }

  /** A team with the usual six workflow states; answers its id. */
  public String team(String key, String name) {
    String team =
        created(
            Kind.TEAM, row -> row.with("key", key).with("name", name).with("displayName", name));
    for (int position = 0; position < STATES.size(); position++) {
      Map.Entry<String, String> state = STATES.get(position);
      int place = position;
      created(
          Kind.WORKFLOW_STATE,
          row ->
              row.with("name", state.getKey())
                  .with("type", state.getValue())
                  .with("color", "#95a2b3")
                  .with("position", place)
                  .with("teamId", team));
    }
    return team;
  }

  /** A personal API key of this user; answers the key. */
  public String apiKey(String userId) {
    String key = "lin_api_" + random.token();
    created(Kind.API_KEY, row -> row.with("key", key).with("userId", userId));
    return key;
  }

  /** The state of a team by its name, for example {@code In Progress}. */
  public Optional<String> state(String teamId, String name) {
    return workspace.read(rows ->
        rows.referring(Kind.WORKFLOW_STATE, "teamId", teamId).stream()
            .filter(row -> row.required("name").equals(name))
            .map(Row::id)
            .findFirst());
  }

  /** Marks an issue as mirrored by Linear's own Jira sync, as {@code Issue.syncedWith} shows it. */
  public void syncedWithJira(String issueId, String jiraKey, String jiraProjectId) {
    Map<String, Object> metadata =
        Map.of(
            "__typename",
            "ExternalEntityInfoJiraMetadata",
            "issueKey",
            jiraKey,
            "projectId",
            jiraProjectId,
            "issueTypeId",
            "10001");
    Map<String, Object> synced = Map.of("id", jiraKey, "service", "jira", "metadata", metadata);
    workspace.run(
        Author.NOBODY,
        tx ->
            tx.put(tx.find(Kind.ISSUE, issueId).orElseThrow().with("syncedWith", List.of(synced))));
  }

  /** Applications may read the issue from now on and no more. */
  public void freeze(String issueId) {
    workspace.freeze(issueId, true);
  }

  public void thaw(String issueId) {
    workspace.freeze(issueId, false);
  }

  /** The first organisation of an empty workspace. */
  void found() {
    created(Kind.ORGANIZATION, row -> row.with("name", "Sandbox").with("urlKey", "sandbox"));
  }

  /** Registers or updates the application with this client id. */
  void application(OAuthApplication application) {
    OAuthApplication.Client client = application.client();
    workspace.run(
        Author.NOBODY,
        tx ->
            tx.put(
                tx.all(Kind.APPLICATION).stream()
                    .filter(row -> row.required("clientId").equals(client.id()))
                    .findFirst()
                    .orElseGet(() -> Row.created(Kind.APPLICATION, random.id(), tx.now()))
                    .with("name", client.name())
                    .with("clientId", client.id())
                    .with("clientSecret", client.secret())
                    .with(
                        "redirectUris",
                        application.redirectUris().stream().map(Object::toString).toList())
                    .with("webhookUrl", application.webhook().url().toString())
                    .with("webhookSecret", application.webhook().secret())
                    .with("resourceTypes", application.webhook().resourceTypes())));
  }

  private String created(Kind kind, UnaryOperator<Row> filled) {
    return workspace.change(
        Author.NOBODY, tx -> tx.put(filled.apply(Row.created(kind, random.id(), tx.now()))).id());
  }
}
