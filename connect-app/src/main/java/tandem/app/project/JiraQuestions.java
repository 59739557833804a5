package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.app.project.SiteCalls.Call;
import tandem.sync.replica.Outcome;

/** What a project's page asks of Jira beside single issues. Reads only. */
@Component
class JiraQuestions {
  /** Jira checks so many at once. */
  static final int MOST_CHECKED = 1_000;

  /** Jira names so many at once. */
  static final int MOST_NAMES = 100;

  private static final int PAGE = 100;

  /** A hundred issues with two properties of 32,768 characters, and their fields. */
  private static final int LONGEST_PAGE = 16 * 1024 * 1024;

  private static final int LONGEST_LIST = 4 * 1024 * 1024;

  private final SiteCalls calls;
  private final ObjectMapper json;

  JiraQuestions(SiteCalls calls, ObjectMapper json) {
    this.calls = calls;
    this.json = json;
  }

  /**
   * A page of a search.
   *
   * @param next the token of the following page, empty on the last one
   */
  record Page(List<ProjectIssue> issues, Optional<String> next) {}

  /** What is looked for, and how far the search has come. */
  record Search(String jql, Optional<String> token) {}

  /** One call. Jira may give fewer issues a page than are asked for. */
  Outcome<Page> search(Installation installation, Search search, IssueReader reader) {
    ObjectNode query = json.createObjectNode().put("jql", search.jql()).put("maxResults", PAGE);
    ArrayNode fields = query.putArray("fields");
    reader.wanted().forEach(fields::add);
    query.putArray("properties").add(IssueSummary.PROPERTY).add(DecisionDigest.PROPERTY);
    search.token().ifPresent(token -> query.put("nextPageToken", token));
    return calls
        .send(installation, Call.ask("search/jql", query).readingUpTo(LONGEST_PAGE))
        .then(answer -> new Outcome.Done<>(page(answer.orElseGet(json::missingNode), reader)));
  }

  private static Page page(JsonNode answer, IssueReader reader) {
    List<ProjectIssue> issues = new ArrayList<>();
    answer.path("issues").forEach(issue -> reader.read(issue).ifPresent(issues::add));
    boolean last = answer.path("isLast").asBoolean(false);
    return new Page(
        List.copyOf(issues),
        Optional.of(answer.path("nextPageToken").asText(""))
            .filter(token -> !last && !token.isEmpty() && !token.equals("null")));
  }

  /** One call. */
  Outcome<ProjectFields> fields(Installation installation) {
    return calls
        .send(installation, Call.get("field").readingUpTo(LONGEST_LIST))
        .then(
            answer -> new Outcome.Done<>(ProjectFields.read(answer.orElseGet(json::missingNode))));
  }

  /** A property of the project; missing where it has none. One call. */
  Outcome<JsonNode> projectProperty(Installation installation, String projectId, String key) {
    String path = "project/" + projectId + "/properties/" + encoded(key);
    return calls
        .send(installation, Call.get(path))
        .then(answer -> new Outcome.Done<>(answer.orElseGet(json::missingNode).path("value")));
  }

  /** Whether the person has a permission of the project. One call. */
  Outcome<Boolean> may(
      Installation installation, String accountId, String permission, String projectId) {
    return check(installation, question(accountId, permission, "projects", Set.of(projectId)))
        .then(answer -> new Outcome.Done<>(granted(answer, "projects").contains(projectId)));
  }

  /**
   * Those of the issues on which the person has a permission. One call.
   *
   * @param issueIds at most {@link #MOST_CHECKED}
   */
  Outcome<Set<String>> granted(
      Installation installation, String accountId, String permission, Collection<String> issueIds) {
    return check(installation, question(accountId, permission, "issues", issueIds))
        .then(answer -> new Outcome.Done<>(granted(answer, "issues")));
  }

  /**
   * People's names, by account; who is gone is not among them. One call.
   *
   * @param accountIds at most {@link #MOST_NAMES}
   */
  Outcome<Map<String, String>> names(Installation installation, Collection<String> accountIds) {
    String each =
        accountIds.stream().map(id -> "&accountId=" + encoded(id)).collect(Collectors.joining());
    return calls
        .send(installation, Call.get("user/bulk?maxResults=" + MOST_NAMES + each))
        .then(answer -> new Outcome.Done<>(names(answer.orElseGet(json::missingNode))));
  }

  private static Map<String, String> names(JsonNode answer) {
    Map<String, String> names = new HashMap<>();
    for (JsonNode person : answer.path("values")) {
      names.put(person.path("accountId").asText(), person.path("displayName").asText());
    }
    return Map.copyOf(names);
  }

  private Outcome<JsonNode> check(Installation installation, ObjectNode question) {
    return calls
        .send(installation, Call.ask("permissions/check", question))
        .then(answer -> new Outcome.Done<>(answer.orElseGet(json::missingNode)));
  }

  private ObjectNode question(
      String accountId, String permission, String kind, Collection<String> ids) {
    ObjectNode question = json.createObjectNode().put("accountId", accountId);
    ObjectNode asked = question.putArray("projectPermissions").addObject();
    asked.putArray("permissions").add(permission);
    ArrayNode numbers = asked.putArray(kind);
    ids.forEach(id -> numbers.add(Long.parseLong(id)));
    return question;
  }

  private static Set<String> granted(JsonNode answer, String kind) {
    Set<String> ids = new HashSet<>();
    for (JsonNode permission : answer.path("projectPermissions")) {
      permission.path(kind).forEach(id -> ids.add(id.asText()));
    }
    return Set.copyOf(ids);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
