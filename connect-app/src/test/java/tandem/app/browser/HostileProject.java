package tandem.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.Role;

/**
 * A project in which somebody wrote {@link HostileWords} wherever Tandem shows a text: the names of
 * people, the project's settings, an issue's documents and decisions. Most of it straight into
 * Jira, past Tandem's own checks.
 */
final class HostileProject {
  static final String KEY = "EVIL";

  private static final int PEOPLE = 3;

  private final RunningHouse house;
  private final String issue;

  private HostileProject(RunningHouse house, String issue) {
    this.house = house;
    this.issue = issue;
  }

  /** Begins the project with one issue and writes all of it. */
  static HostileProject begin(RunningHouse house) {
    Project project = house.site().hand().project(KEY, HostileWords.nr(2));
    house
        .site()
        .store()
        .put(project, new TreeMap<>(Map.of("tandem.project", HostileDocuments.settings())));
    HostileProject hostile = new HostileProject(house, issue(house, HostileWords.nr(2)));
    List<String> people = hostile.people();
    hostile.property("tandem.acceptance", HostileDocuments.acceptance(people));
    hostile.property("tandem.impact", HostileDocuments.impact(people));
    hostile.property("tandem.tradeoff", HostileDocuments.tradeoff(people.getFirst()));
    hostile.property("tandem.decision.foreign", HostileDocuments.foreignDecision());
    return hostile;
  }

  /** Begins an issue whose documents are no documents. */
  String unreadableIssue() {
    HostileProject other = new HostileProject(house, issue(house, HostileWords.nr(3)));
    HostileDocuments.unreadable().forEach(other::property);
    return other.issue;
  }

  private static String issue(RunningHouse house, String summary) {
    return house.site().hand().issue(KEY, summary).key();
  }

  String issue() {
    return issue;
  }

  String page() {
    return "/projects/" + KEY + "/apps/tandem/tandem-project";
  }

  /** Writes a decision by the app's own door. */
  HttpResponse<String> decide(String id) {
    return new PanelCalls(house, Cast.EDITOR, issue)
        .put("decisions/" + id, HostileDocuments.decision());
  }

  private void property(String key, JsonNode value) {
    house.site().hand().property(issue, key, value);
  }

  private List<String> people() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(
            nr -> new Person("712020:evil-" + nr, HostileWords.nr(nr + 2), Role.EDITOR, false))
        .peek(house.site().store()::put)
        .map(Person::accountId)
        .toList();
  }
}
