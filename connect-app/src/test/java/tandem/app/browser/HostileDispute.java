package tandem.app.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A decision that both sides changed to different {@link HostileWords} where an admin wants to be
 * asked, and properties of Jira's that look like decisions and are none.
 */
record HostileDispute(RunningHouse house, HostileTeam team) {
  private static final String MAPPING = "mappings/" + HostileProject.KEY;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Title and context differ, and two decisions cannot be read. */
  private static final int CONFLICTS = 4;

  void begin() {
    String document = team.decides(List.of("undisputed"), "## Context\n\nNothing yet.");
    AdminCalls admin = new AdminCalls(house);
    admin.send("PUT", MAPPING, rules());
    admin.send("POST", MAPPING + "/pause", null);
    team.rewrites(
        document, HostileWords.quarter(0), "## Context\n\n" + code(HostileWords.quarter(1)));
    property(HostileTeam.key(document), changed(team.mirrored(document).deepCopy()));
    JsonNode unreadable = HostileDocuments.unreadable().get("tandem.decision.one");
    property("tandem.decision.one", unreadable);
    property("tandem.decision." + HostileWords.nr(2), unreadable);
    admin.send("POST", MAPPING + "/resume", null);
    await()
        .atMost(SOON)
        .until(() ->
            admin.read("decisions/conflicts?state=open").path("conflicts").size() >= CONFLICTS);
  }

  private Map<String, Object> rules() {
    List<Map<String, Object>> budgets =
        List.of(
            Map.of("name", "features", "share", 80, "label", "budget:features"),
            Map.of("name", "system-health", "share", 20, "label", "budget:system-health"));
    return Map.of("linearTeamId", team.id(), "budgets", budgets, "policy", "ask");
  }

  private void property(String key, JsonNode value) {
    house.site().hand().property(team.issue(), key, value);
  }

  private static JsonNode changed(ObjectNode decision) {
    decision.put("title", String.join(" ", HostileWords.quarter(2)));
    ObjectNode context = (ObjectNode) decision.path("sections").get(0);
    context.putArray("body").add(code(HostileWords.quarter(3)) + "\n");
    return decision;
  }

  /** Which Linear leaves as it is written. */
  static String code(List<String> words) {
    return "```\n" + String.join("\n", words) + "\n```";
  }
}
