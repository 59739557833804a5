package tandem.app.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tandem.sandbox.linear.LinearService;

/**
 * A team in Linear that {@link HostileProject} is mirrored to: {@link HostileWords} are the names
 * of its workspace and of itself, and stand in the documents on its issue.
 */
final class HostileTeam {
  static final String KEY = "EVL";

  private static final Duration SOON = Duration.ofSeconds(60);

  private final RunningHouse house;
  private final LinearService linear;
  private final String id;
  private final String issue;
  private final String twin;

  private HostileTeam(RunningHouse house) {
    this.house = house;
    this.linear = house.workspace();
    this.id = linear.seed().team(KEY, String.join(" ", HostileWords.quarter(0)));
    this.issue = house.site().hand().issue(HostileProject.KEY, HostileWords.nr(2)).key();
    this.twin = create("issue", Map.of("teamId", id, "title", HostileWords.nr(2)));
  }

  /** Begins the team with an issue that has a twin in Jira, and mirrors the project to it. */
  static HostileTeam begin(RunningHouse house) throws InterruptedException {
    HostileTeam team = new HostileTeam(house);
    String url = house.jira() + "/browse/" + team.issue;
    String unused =
        team.create(
            "attachment", Map.of("issueId", team.twin, "url", url, "title", HostileWords.nr(2)));
    new AdminCalls(house).send("DELETE", "linear", null);
    team.linear.seed().organization(String.join(" ", HostileWords.quarter(1)), "evil");
    house.mirror(HostileProject.KEY, KEY);
    return team;
  }

  String id() {
    return id;
  }

  /** The issue's key in Jira. */
  String issue() {
    return issue;
  }

  /** Writes a decision into Linear and waits for it in Jira; gives the document's id. */
  String decides(List<String> title, String content) {
    String document =
        create("document", Map.of("issueId", twin, "title", title(title), "content", content));
    await().atMost(SOON).until(() -> properties().containsKey(key(document)));
    return document;
  }

  void rewrites(String document, List<String> title, String content) {
    String update =
        "mutation($id: String!, $i: DocumentUpdateInput!) { documentUpdate(id: $id, input: $i) {"
            + " success } }";
    Map<String, String> text = Map.of("title", title(title), "content", content);
    JsonNode unused = ask(update, Map.of("id", document, "i", text));
  }

  private static String title(List<String> words) {
    return "Decision: " + String.join(" ", words);
  }

  /** The key of the property that a document is in Jira. */
  static String key(String document) {
    return "tandem.decision." + document;
  }

  JsonNode mirrored(String document) {
    return Objects.requireNonNull(properties().get(key(document)));
  }

  private Map<String, JsonNode> properties() {
    return house.site().hand().read(issue).annex().properties();
  }

  /** Creates one of these and gives its id. */
  private String create(String what, Map<String, String> input) {
    String type = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    String query =
        "mutation($i: %sCreateInput!) { %sCreate(input: $i) { %s { id } } }"
            .formatted(type, what, what);
    return ask(query, Map.of("i", input)).at("/%sCreate/%s/id".formatted(what, what)).asText();
  }

  private JsonNode ask(String query, Map<String, ?> variables) {
    return linear.ask(linear.people().getFirst(), query, variables);
  }
}
