package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.DashboardItem;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteStore;

/** Where in Jira an app's frame stands: on an issue, a project, the dashboard, or on none. */
public record Place(
    Optional<Issue> issue, Optional<Project> project, Optional<DashboardItem> dashboardItem) {
  public static final Place NOWHERE =
      new Place(Optional.empty(), Optional.empty(), Optional.empty());

  /** Keys may be "" or unknown, which is nowhere. An issue's project comes with it. */
  public static Place of(SiteStore store, String issueKey, String projectKey) {
    var issue = store.issue(issueKey);
    var project = issue.map(i -> i.ref().projectId()).or(() -> Optional.of(projectKey));
    return new Place(issue, project.flatMap(store::project), Optional.empty());
  }

  /** On the site's dashboard. */
  static Place of(DashboardItem item) {
    return new Place(Optional.empty(), Optional.empty(), Optional.of(item));
  }

  /** The context parameters of a module's URL. */
  Map<String, String> variables() {
    var variables = new TreeMap<String, String>();
    issue.ifPresent(i -> {
      variables.put("issue.id", i.id());
      variables.put("issue.key", i.key());
      variables.put("issuetype.id", i.field("issuetype").asText());
    });
    project.ifPresent(p -> {
      variables.put("project.id", p.id());
      variables.put("project.key", p.key());
    });
    dashboardItem.ifPresent(item -> variables.putAll(dashboard(item)));
    return variables;
  }

  /** By the vendor's document there are the view types default and directory. */
  private static Map<String, String> dashboard(DashboardItem item) {
    return Map.of(
        "dashboard.id",
        Dashboard.ID,
        "dashboardItem.id",
        item.id(),
        "dashboardItem.key",
        item.moduleKey(),
        "dashboardItem.viewType",
        "default");
  }

  /**
   * The {@code context} claim: {@code {"jira": {"issue": {"id", "key"}, "project": {…}}}}. Of a
   * dashboard it says nothing (*assumed*).
   */
  Map<String, Object> claim() {
    return Map.of("jira", Json.MAPPER.convertValue(json(), Map.class));
  }

  private ObjectNode json() {
    var json = Json.object();
    issue.ifPresent(i -> json.putObject("issue").put("id", i.id()).put("key", i.key()));
    project.ifPresent(p -> json.putObject("project").put("id", p.id()).put("key", p.key()));
    return json;
  }
}
