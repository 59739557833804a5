package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteStore;

/** Where in Jira an app's frame stands: on an issue, on a project, or on neither. */
public record Place(Optional<Issue> issue, Optional<Project> project) {
  public static final Place NOWHERE = new Place(Optional.empty(), Optional.empty());

  /** Keys may be "" or unknown, which is nowhere. An issue's project comes with it. */
  public static Place of(SiteStore store, String issueKey, String projectKey) {
    var issue = store.issue(issueKey);
    var project = issue.map(i -> i.ref().projectId()).or(() -> Optional.of(projectKey));
    return new Place(issue, project.flatMap(store::project));
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
    return variables;
  }

  /** The {@code context} claim: {@code {"jira": {"issue": {"id", "key"}, "project": {…}}}}. */
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
