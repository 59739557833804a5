package tandem.sync.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Replica;
import tandem.sync.replica.ReplicaContract;

/** The sandbox's Jira with one project. Calls come from a script with an API token. */
public final class JiraBench implements ReplicaContract.Bench, AutoCloseable {
  private static final String ISSUE = " /rest/api/3/issue/{issueIdOrKey}";
  private static final String OTHER = "keep-me";

  private final JiraSite jira = JiraSite.start(JiraSettings.standard());
  private final JiraProject project;
  private boolean accessGone;

  public JiraBench() {
    String projectId = jira.hand().project("SHOP", "Shop").id();
    project =
        new JiraProject(
            URI.create(jira.baseUrl()),
            projectId,
            new TreeMap<>(
                Map.of(
                    new Budget("features"), "budget:features",
                    new Budget("system-health"), "budget:system-health")));
  }

  JiraProject project() {
    return project;
  }

  void install(URI descriptor) {
    jira.install(descriptor);
  }

  void setProperty(IssueId issue, String key) {
    property(issue, key, "{\"v\": 1}");
  }

  void property(IssueId issue, String key, String json) {
    jira.hand().property(issue.value(), key, Json.parse(json.getBytes(UTF_8)));
  }

  void removeProperty(IssueId issue, String key) {
    jira.hand().deleteProperty(issue.value(), key);
  }

  @Override
  public Replica replica() {
    return new JiraReplica(
        project,
        (method, uri) -> new Outcome.Done<>(header()),
        new JiraHttp(InstantSource.system()));
  }

  private String header() {
    String pair = accessGone ? "nobody@shop.example:token" : Cast.ADMIN.email() + ":token";
    accessGone = false;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  @Override
  public IssueId create(Optional<Budget> tag) {
    List<String> labels = new ArrayList<>(List.of(OTHER));
    tag.map(Set::of).map(project::labelsOf).ifPresent(labels::addAll);
    return new IssueId(
        jira.hand().issue("SHOP", "Pay by card", labels.toArray(String[]::new)).id());
  }

  @Override
  public void delete(IssueId issue) {
    jira.hand().delete(issue.value());
  }

  @Override
  public IssueId absent() {
    return new IssueId("99999999");
  }

  @Override
  public SortedSet<Budget> tags(IssueId issue) {
    return project.budgetsOf(labels(issue));
  }

  @Override
  public Set<String> otherLabels(IssueId issue) {
    return labels(issue).stream()
        .filter(label -> !project.labels().containsValue(label))
        .collect(Collectors.toSet());
  }

  private Set<String> labels(IssueId issue) {
    return StreamSupport.stream(
            jira.hand().read(issue.value()).fields().get("labels").spliterator(), false)
        .map(label -> label.asText())
        .collect(Collectors.toSet());
  }

  @Override
  public void failNext(ReplicaContract.Trouble trouble) {
    fail(trouble, "GET" + ISSUE, "PUT" + ISSUE);
  }

  void failNextWrite(ReplicaContract.Trouble trouble) {
    fail(trouble, "PUT" + ISSUE + "/properties/{propertyKey}");
  }

  private void fail(ReplicaContract.Trouble trouble, String... operations) {
    switch (trouble) {
      case RATE_LIMIT -> fail(new Fault.RateLimited("jira-burst-based"), operations);
      case ERROR_BEFORE -> fail(new Fault.ErrorBefore(503), operations);
      case ERROR_AFTER -> fail(new Fault.ErrorAfter(503), operations);
      case ACCESS_GONE -> accessGone = true;
    }
  }

  private void fail(Fault fault, String... operations) {
    for (String operation : operations) {
      jira.nemesis().next(operation, fault);
    }
  }

  @Override
  public int calls() {
    return (int) jira.calls().of("token");
  }

  @Override
  public void close() {
    jira.close();
  }
}
