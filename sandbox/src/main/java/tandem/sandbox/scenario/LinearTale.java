package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.scenario.CheckoutTeam.Member;
import tandem.sandbox.scenario.CheckoutTeam.Story;

/** Tells the half of the checkout team's story that happens in Linear, by people's own calls. */
final class LinearTale {
  /** The key of the team that the story happens in. */
  static final String TEAM = "CHK";

  private static final String GROUP = "Budget";
  private static final Map<String, String> STATES =
      Map.of("To Do", "Todo", "In Progress", "In Progress", "Done", "Done");

  private final CheckoutTeam team;
  private final LinearService linear;
  private final StoryClock clock;
  private final Instant now;
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  LinearTale(CheckoutTeam team, LinearService linear, StoryClock clock) {
    this.team = team;
    this.linear = linear;
    this.clock = clock;
    this.now = clock.instant();
  }

  /** What Linear knows of a story. */
  record Twin(String identifier, String title, String url) {}

  /**
   * Tells it whole.
   *
   * @param keys the Jira issue of each story
   * @param jira the base URL of the Jira site
   * @return the twins by Jira issue key
   */
  Map<String, Twin> tell(Map<Story, String> keys, String jira) {
    clock.standAt(now.minus(Duration.ofDays(61)));
    linear.seed().organization("Harbour Goods", "harbour");
    team.people().stream().filter(member -> !member.role().equals("VIEWER")).forEach(this::enter);
    String teamId = linear.seed().team(TEAM, "Checkout");
    createLabels(teamId);
    var twins = new LinkedHashMap<String, Twin>();
    keys.forEach((story, key) -> {
      if (story.twin()) {
        twins.put(key, tell(story, teamId, new Jira(key, jira + "/browse/" + key)));
      }
    });
    return twins;
  }

  private record Jira(String key, String url) {}

  private void enter(Member member) {
    String mail = member.id().toLowerCase(Locale.ROOT) + "@example.com";
    boolean admin = member.role().equals("ADMIN");
    people.put(member.id(), linear.seed().person(member.name(), mail, admin));
  }

  private void createLabels(String teamId) {
    String group =
        label(Map.of("name", GROUP, "isGroup", true, "teamId", teamId, "color", "#4cb782"));
    for (var child : Map.of("features", "#4ea7fc", "system-health", "#f2994a").entrySet()) {
      labels.put(
          child.getKey(),
          label(
              Map.of(
                  "name",
                  child.getKey(),
                  "parentId",
                  group,
                  "teamId",
                  teamId,
                  "color",
                  child.getValue())));
    }
    labels.put("Bug", label(Map.of("name", "Bug", "teamId", teamId, "color", "#eb5757")));
  }

  private String label(Map<String, ?> input) {
    return create("amara", "issueLabelCreate", "IssueLabelCreateInput", "issueLabel { id }", input)
        .at("/issueLabel/id")
        .asText();
  }

  private Twin tell(Story story, String teamId, Jira jira) {
    clock.standAt(at(story.days(), 25));
    String author = story.who() == null ? "amara" : story.who();
    JsonNode issue =
        create(
                author,
                "issueCreate",
                "IssueCreateInput",
                "issue { id identifier title url }",
                input(story, teamId))
            .path("issue");
    String id = issue.path("id").asText();
    var link =
        Map.of(
            "issueId",
            id,
            "url",
            jira.url(),
            "title",
            jira.key() + " " + story.summary(),
            "subtitle",
            "Jira");
    create("amara", "attachmentCreate", "AttachmentCreateInput", "success", link);
    decide(story, id);
    settle(story, teamId, id);
    return new Twin(issue.path("identifier").asText(), story.summary(), issue.path("url").asText());
  }

  private Map<String, Object> input(Story story, String teamId) {
    var input = new HashMap<String, Object>();
    input.put("teamId", teamId);
    input.put("title", story.summary());
    input.put("description", story.text());
    if (story.who() != null) {
      input.put("assigneeId", people.get(story.who()));
    }
    return input;
  }

  private void decide(Story story, String issueId) {
    if (story.decision() == null) {
      return;
    }
    var decision = team.decision(story.decision());
    clock.standAt(at(decision.daysAgo(), 5));
    var minutes = new Minutes(team, decision, LocalDate.ofInstant(now, ZoneOffset.UTC));
    var document =
        Map.of("issueId", issueId, "title", minutes.documentTitle(), "content", minutes.markdown());
    create(decision.by(), "documentCreate", "DocumentCreateInput", "success", document);
  }

  private void settle(Story story, String teamId, String issueId) {
    clock.standAt(at(story.touched(), 3));
    var labelIds = new ArrayList<String>();
    story.budgetInLinear().map(labels::get).ifPresent(labelIds::add);
    if (story.type().equals("Bug")) {
      labelIds.add(labels.get("Bug"));
    }
    String state =
        linear.seed().state(teamId, STATES.getOrDefault(story.status(), "Todo")).orElseThrow();
    ask(
        "jonas",
        "mutation($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) {"
            + " success } }",
        Map.of(
            "id", issueId, "input", Map.of("stateId", state, "labelIds", List.copyOf(labelIds))));
  }

  private JsonNode create(
      String who, String field, String type, String selection, Map<String, ?> input) {
    var query =
        "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, field, selection);
    return ask(who, query, Map.of("input", input)).path(field);
  }

  private JsonNode ask(String who, String query, Map<String, ?> variables) {
    var id = people.get(who);
    if (id == null) {
      throw new IllegalArgumentException(who + " is not in Linear");
    }
    return linear.ask(id, query, variables);
  }

  private Instant at(int daysAgo, int minutes) {
    return now.minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(minutes));
  }
}
