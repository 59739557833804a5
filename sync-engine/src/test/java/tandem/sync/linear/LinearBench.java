package tandem.sync.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.http.Outcomes;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Replica;
import tandem.sync.replica.ReplicaContract;

/** The sandbox's Linear with one team, whose budget labels Tandem has made. */
public final class LinearBench implements ReplicaContract.Bench, AutoCloseable {
  private static final NavigableMap<Budget, String> NAMES =
      new TreeMap<>(
          Map.of(new Budget("features"), "Features", new Budget("system-health"), "System health"));

  private final LinearService linear;
  private final String person;
  private final String teamId;
  private final String other;
  private final Grant grant;
  private final LinearTeam team;

  public LinearBench(LinearSettings settings) {
    linear = LinearService.start(settings);
    person = linear.seed().person("Ada", "ada@shop.example", true);
    teamId = linear.seed().team("CHK", "Checkout");
    grant = new Grant(linear.seed().apiKey(person));
    other = label("keep-me");
    team = new LinearTeam(linear.apiUrl(), teamId, ensureLabels());
  }

  /** A personal key, and for one call at a time one that nobody gave. */
  private static final class Grant implements LinearAuthorization {
    private final String key;
    private boolean gone;

    private Grant(String key) {
      this.key = key;
    }

    @Override
    public Outcome<String> header() {
      return new Outcome.Done<>(gone ? "lin_api_revoked" : key);
    }

    @Override
    public Outcome<String> afterRefusal(String refusedHeader) {
      Outcome<String> still = header();
      gone = false;
      return still;
    }
  }

  LinearWorkspace workspace() {
    return new LinearWorkspace(linear.apiUrl(), grant, new LinearHttp(InstantSource.system()));
  }

  private SortedMap<Budget, String> ensureLabels() {
    return Outcomes.value(workspace().ensureBudgetLabels(teamId, "Budget", NAMES));
  }

  void sendWebhooksTo(String url) {
    ask(
        "mutation($url: String!) { webhookCreate(input: {url: $url, allPublicTeams: true,"
            + " resourceTypes: [\"Issue\", \"Document\"]}) { webhook { id } } }",
        Map.of("url", url));
  }

  /** A person puts this budget's label, and no other of the budgets. */
  void choose(IssueId issue, Budget budget) {
    ask(
        "mutation($id: String!, $labels: [String!]!) {"
            + " issueUpdate(id: $id, input: {labelIds: $labels}) { success } }",
        Map.of("id", issue.value(), "labels", List.of(other, team.labelIds().get(budget))));
  }

  /** A person adds a document to the issue. */
  String document(IssueId issue, String title, String content) {
    return ask(
            "mutation($issue: String!, $title: String!, $content: String!) { documentCreate(input:"
                + " {issueId: $issue, title: $title, content: $content}) { document { id } } }",
            Map.of("issue", issue.value(), "title", title, "content", content))
        .at("/documentCreate/document/id")
        .asText();
  }

  void edit(String document, String title, String content) {
    ask(
        "mutation($id: String!, $title: String!, $content: String!) {"
            + " documentUpdate(id: $id, input: {title: $title, content: $content}) { success } }",
        Map.of("id", document, "title", title, "content", content));
  }

  /** A person moves the document to another issue. */
  void hang(String document, IssueId issue) {
    ask(
        "mutation($id: String!, $issue: String!) {"
            + " documentUpdate(id: $id, input: {issueId: $issue}) { success } }",
        Map.of("id", document, "issue", issue.value()));
  }

  void trash(String document) {
    ask("mutation($id: String!) { documentDelete(id: $id) { success } }", Map.of("id", document));
  }

  void comment(IssueId issue, String body) {
    ask(
        "mutation($issue: String!, $body: String!) {"
            + " commentCreate(input: {issueId: $issue, body: $body}) { success } }",
        Map.of("issue", issue.value(), "body", body));
  }

  String title(String document) {
    return shown(document).path("title").asText();
  }

  String content(String document) {
    return shown(document).path("content").asText();
  }

  private JsonNode shown(String document) {
    return ask(
            "query($id: String!) { document(id: $id) { title content } }", Map.of("id", document))
        .path("document");
  }

  /** A person gives the label of a budget another name. */
  void renameLabel(Budget budget, String name) {
    ask(
        "mutation($id: String!, $name: String!) {"
            + " issueLabelUpdate(id: $id, input: {name: $name}) { success } }",
        Map.of("id", String.valueOf(team.labelIds().get(budget)), "name", name));
  }

  void deleteLabel(Budget budget) {
    ask(
        "mutation($id: String!) { issueLabelDelete(id: $id) { success } }",
        Map.of("id", String.valueOf(team.labelIds().get(budget))));
  }

  void restore(IssueId issue) {
    ask(
        "mutation($id: String!) { issueUnarchive(id: $id) { success } }",
        Map.of("id", issue.value()));
  }

  void archive(IssueId issue) {
    ask(
        "mutation($id: String!) { issueArchive(id: $id) { success } }",
        Map.of("id", issue.value()));
  }

  void move(IssueId issue, String toTeam) {
    ask(
        "mutation($id: String!, $team: String!) {"
            + " issueUpdate(id: $id, input: {teamId: $team}) { success } }",
        Map.of("id", issue.value(), "team", toTeam));
  }

  /** What a second connection of the same team would use. */
  SortedMap<Budget, String> labelsAgain() {
    return ensureLabels();
  }

  LinearTeam team() {
    return team;
  }

  LinearService linear() {
    return linear;
  }

  @Override
  public Replica replica() {
    return new LinearReplica(team, grant, new LinearHttp(InstantSource.system()));
  }

  private String label(String name) {
    return ask(
            "mutation($team: String!, $name: String!) {"
                + " issueLabelCreate(input: {teamId: $team, name: $name}) { issueLabel { id } } }",
            Map.of("team", teamId, "name", name))
        .at("/issueLabelCreate/issueLabel/id")
        .asText();
  }

  @Override
  public IssueId create(Optional<Budget> tag) {
    List<String> labels = new ArrayList<>(List.of(other));
    tag.map(Set::of).map(team::labelIdsOf).ifPresent(labels::addAll);
    return new IssueId(
        ask(
                "mutation($team: String!, $labels: [String!]!) { issueCreate(input:"
                    + " {teamId: $team, title: \"Pay by card\", labelIds: $labels}) { issue { id }"
                    + " } }",
                Map.of("team", teamId, "labels", labels))
            .at("/issueCreate/issue/id")
            .asText());
  }

  @Override
  public void delete(IssueId issue) {
    ask("mutation($id: String!) { issueDelete(id: $id) { success } }", Map.of("id", issue.value()));
  }

  void attach(IssueId issue, String url) {
    ask(
        "mutation($issue: String!, $url: String!) { attachmentCreate(input:"
            + " {issueId: $issue, url: $url, title: \"Jira\"}) { attachment { id } } }",
        Map.of("issue", issue.value(), "url", url));
  }

  @Override
  public IssueId absent() {
    return new IssueId("00000000-0000-4000-8000-000000000000");
  }

  @Override
  public SortedSet<Budget> tags(IssueId issue) {
    return team.budgetsOf(labels(issue));
  }

  @Override
  public Set<String> otherLabels(IssueId issue) {
    return labels(issue).stream()
        .filter(id -> !team.labelIds().containsValue(id))
        .map(id -> id.equals(other) ? "keep-me" : id)
        .collect(Collectors.toSet());
  }

  private Set<String> labels(IssueId issue) {
    Set<String> ids = new TreeSet<>();
    ask("query($id: String!) { issue(id: $id) { labelIds } }", Map.of("id", issue.value()))
        .at("/issue/labelIds")
        .forEach(id -> ids.add(id.asText()));
    return ids;
  }

  @Override
  public void failNext(ReplicaContract.Trouble trouble) {
    fail(trouble, "ReadIssue", "RetagIssue");
  }

  void failNextWrite(ReplicaContract.Trouble trouble) {
    fail(trouble, "CreateDocument");
  }

  private void fail(ReplicaContract.Trouble trouble, String... operations) {
    switch (trouble) {
      case RATE_LIMIT -> fail(new Fault.RateLimited("400"), operations);
      case ERROR_BEFORE -> fail(new Fault.ErrorBefore(502), operations);
      case ERROR_AFTER -> fail(new Fault.ErrorAfter(502), operations);
      case ACCESS_GONE -> grant.gone = true;
    }
  }

  private void fail(Fault fault, String... operations) {
    for (String operation : operations) {
      linear.nemesis().next("POST /graphql " + operation, fault);
    }
  }

  @Override
  public int calls() {
    return (int) linear.calls().of("key");
  }

  private JsonNode ask(String query, Map<String, ?> variables) {
    return linear.ask(person, query, variables);
  }

  @Override
  public void close() {
    linear.close();
  }
}
