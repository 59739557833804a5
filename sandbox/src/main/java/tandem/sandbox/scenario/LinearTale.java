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
import java.util.Map;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.scenario.CheckoutTeam.Story;

/** Tells the half of the checkout team's story that happens in Linear, by people's own calls. */
final class LinearTale {
  /** The key of the team that the story happens in. */
  static final String TEAM = "CHK";

  private static final String BUG = "Bug";
  private static final Map<String, String> STATES =
      Map.of("To Do", "Todo", "In Progress", "In Progress", "Done", "Done");

  private final CheckoutTeam team;
  private final LinearService linear;
  private final StoryClock clock;
  private final Instant now;
  private final LinearVoices voices;
  private final Map<String, String> labels = new HashMap<>();

  LinearTale(CheckoutTeam team, LinearService linear, StoryClock clock) {
    this.team = team;
    this.linear = linear;
    this.clock = clock;
    this.now = clock.instant();
    this.voices = new LinearVoices(linear);
  }

  /** What Linear knows of a story. */
  record Twin(String identifier, String title, String url) {}

  /** The other half of a story. */
  private record InJira(String key, String url) {}

  /**
   * Tells it whole.
   *
   * @param keys the Jira issue of each story
   * @param jira the base URL of the Jira site
   * @return the twins by Jira issue key
   */
  Map<String, Twin> tell(Map<Story, String> keys, String jira) {
    clock.standAt(at(61, 0));
    linear.seed().organization("Harbour Goods", "harbour");
    team.people().stream().filter(each -> !each.role().equals("VIEWER")).forEach(voices::enter);
    String teamId = linear.seed().team(TEAM, "Checkout");
    createLabels(teamId);
    var twins = new LinkedHashMap<String, Twin>();
    keys.forEach((story, key) -> {
      if (story.twin()) {
        twins.put(key, tell(story, teamId, new InJira(key, jira + "/browse/" + key)));
      }
    });
    team.inLinear().forEach(story -> tellAlone(story, teamId));
    return twins;
  }

  /** An issue that only Linear has. */
  private void tellAlone(Story story, String teamId) {
    clock.standAt(at(story.days(), 25));
    settle(story, teamId, create(story, teamId).path("id").asText());
  }

  private void createLabels(String teamId) {
    String group =
        label(Map.of("name", "Budget", "isGroup", true, "teamId", teamId, "color", "#4cb782"));
    budget("features", "#4ea7fc", Map.of("parentId", group, "teamId", teamId));
    budget("system-health", "#f2994a", Map.of("parentId", group, "teamId", teamId));
    labels.put(BUG, label(Map.of("name", BUG, "teamId", teamId, "color", "#eb5757")));
  }

  private void budget(String name, String color, Map<String, String> place) {
    var input = new HashMap<String, Object>(place);
    input.put("name", name);
    input.put("color", color);
    labels.put(name, label(input));
  }

  private String label(Map<String, ?> input) {
    var what = "issueLabelCreate IssueLabelCreateInput";
    return voices.create("amara", what, "issueLabel { id }", input).at("/issueLabel/id").asText();
  }

  private Twin tell(Story story, String teamId, InJira jira) {
    clock.standAt(at(story.days(), 25));
    var issue = create(story, teamId);
    String id = issue.path("id").asText();
    link(id, jira, story.summary());
    decide(story, id);
    settle(story, teamId, id);
    return new Twin(issue.path("identifier").asText(), story.summary(), issue.path("url").asText());
  }

  private JsonNode create(Story story, String teamId) {
    String author = story.who() == null ? "amara" : story.who();
    var input = new HashMap<String, Object>();
    input.put("teamId", teamId);
    input.put("title", story.summary());
    input.put("description", story.text());
    if (story.points() != null) {
      input.put("estimate", story.points());
    }
    if (story.who() != null) {
      input.put("assigneeId", voices.userId(story.who()));
    }
    var selection = "issue { id identifier url }";
    return voices.create(author, "issueCreate IssueCreateInput", selection, input).path("issue");
  }

  private void link(String issueId, InJira jira, String title) {
    var input =
        Map.of(
            "issueId",
            issueId,
            "url",
            jira.url(),
            "title",
            jira.key() + " " + title,
            "subtitle",
            "Jira");
    voices.create("amara", "attachmentCreate AttachmentCreateInput", "success", input);
  }

  private void decide(Story story, String issueId) {
    if (story.decision() == null) {
      return;
    }
    var decision = team.decision(story.decision());
    var minutes = new Minutes(team, decision, LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (!minutes.isOfLinear()) {
      return;
    }
    clock.standAt(at(decision.daysAgo(), 5));
    var input =
        Map.of("issueId", issueId, "title", minutes.documentTitle(), "content", minutes.markdown());
    voices.create(decision.by(), "documentCreate DocumentCreateInput", "success", input);
  }

  private void settle(Story story, String teamId, String issueId) {
    clock.standAt(at(story.touched(), 3));
    var labelIds = new ArrayList<String>();
    story.budgetInLinear().map(labels::get).ifPresent(labelIds::add);
    if (story.type().equals(BUG)) {
      labelIds.add(labels.get(BUG));
    }
    var name = STATES.getOrDefault(story.status(), "Todo");
    var state = linear.seed().state(teamId, name).orElseThrow();
    voices.update("jonas", issueId, Map.of("stateId", state, "labelIds", List.copyOf(labelIds)));
  }

  private Instant at(int daysAgo, int minutes) {
    return now.minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(minutes));
  }
}
