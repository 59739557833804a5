package tandem.app.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.SiteCalls.Call;
import tandem.sync.replica.Outcome;

/**
 * The properties of single issues, read and written for a person.
 *
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/">Issue
 *     properties</a>
 */
@Component
public class IssueProperties {
  /** What Jira keeps in a property at most, in characters of its JSON. */
  public static final int LONGEST = 32_768;

  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;
  private static final int LONGEST_VALUE = 512 * 1024;

  private final SiteCalls calls;
  private final JiraQuestions jira;
  private final ObjectMapper json;

  IssueProperties(SiteCalls calls, JiraQuestions jira, ObjectMapper json) {
    this.calls = calls;
    this.jira = jira;
    this.json = json;
  }

  /**
   * Those whose key begins like this, by the rest of the key; empty where the issue is gone. One
   * call.
   */
  public Outcome<Optional<Map<String, JsonNode>>> all(Visit visit, String issueId, String prefix) {
    Call call = Call.get("issue/" + issueId + "?fields=project&properties=*all");
    return calls
        .send(visit.installation(), call.readingUpTo(LONGEST_ANSWER))
        .then(answer ->
            new Outcome.Done<>(
                answer
                    .filter(issue -> isOf(issue, visit))
                    .map(issue -> named(issue.path("properties"), prefix))));
  }

  private static boolean isOf(JsonNode issue, Visit visit) {
    return issue.at("/fields/project/id").asText().equals(visit.project().id());
  }

  private static Map<String, JsonNode> named(JsonNode properties, String prefix) {
    return properties.properties().stream()
        .filter(it -> it.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                it -> it.getKey().substring(prefix.length()),
                Map.Entry::getValue,
                (one, same) -> one,
                TreeMap::new));
  }

  /** A property's value; empty where there is none. One call. */
  public Outcome<Optional<JsonNode>> read(Visit visit, String issueId, String key) {
    return calls
        .send(visit.installation(), Call.get(path(issueId, key)).readingUpTo(LONGEST_VALUE))
        .then(answer -> new Outcome.Done<>(answer.map(it -> it.path("value"))));
  }

  /** One call; safe to repeat. {@code false} where the issue is gone. */
  public Outcome<Boolean> write(Visit visit, String issueId, Property property) {
    return calls
        .send(visit.installation(), Call.put(path(issueId, property.key()), property.value()))
        .then(answer -> new Outcome.Done<>(answer.isPresent()));
  }

  /** One call; safe to repeat. {@code false} where there was none. */
  public Outcome<Boolean> erase(Visit visit, String issueId, String key) {
    return calls
        .send(visit.installation(), Call.delete(path(issueId, key)))
        .then(answer -> new Outcome.Done<>(answer.isPresent()));
  }

  /** A property as it is to be written. */
  public record Property(String key, JsonNode value) {}

  /** Lets people through who may edit the issue; Jira is asked each time. */
  public void requireEdit(Visit visit, String issueId) {
    Set<String> granted =
        Answers.valueOf(
            jira.granted(visit.installation(), visit.accountId(), "EDIT_ISSUES", Set.of(issueId)));
    if (!granted.contains(issueId)) {
      throw Refusal.of(
          HttpStatus.FORBIDDEN,
          "You may look, not edit",
          "Your Jira permissions do not let you edit this issue. Ask the project's admin.");
    }
  }

  /** A text as JSON; the text is one of ours. */
  public JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not JSON", notJson);
    }
  }

  private static String path(String issueId, String key) {
    return "issue/" + issueId + "/properties/" + JiraQuestions.encoded(key);
  }
}
