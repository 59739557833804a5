package tandem.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Frame;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sandbox.jira.connect.Dashboard;
import tandem.sandbox.jira.state.DashboardItem;
import tandem.sandbox.jira.state.SiteStore;

/** The dashboard of the sandbox's Jira, on which Tandem's gadget stands. */
final class TeamDashboard {
  static final String ADDRESS = "/jira/dashboards/10000";
  static final String GADGET = "Tech-debt budget";
  private static final String PROPERTY = "tandem.gadget";

  private final SiteStore store;

  TeamDashboard(RunningHouse house) {
    this.store = house.site().store();
  }

  /** The gadget's frame in a window that shows the dashboard. */
  static Frame gadget(Window jira) {
    return jira.module(GADGET);
  }

  /** Nobody has chosen a project for the gadget yet. */
  void forget() {
    keep(new TreeMap<>());
  }

  /** As if somebody had chosen this project; it may be one that the gadget would refuse. */
  void choose(String project) {
    JsonNode value = JsonNodeFactory.instance.objectNode().put("v", 1).put("project", project);
    keep(new TreeMap<>(Map.of(PROPERTY, value)));
  }

  private void keep(SortedMap<String, JsonNode> properties) {
    store.put(item().with(properties));
  }

  String chosen() {
    JsonNode kept = item().properties().getOrDefault(PROPERTY, JsonNodeFactory.instance.nullNode());
    return kept.path("project").asText();
  }

  private DashboardItem item() {
    return new Dashboard(store).items().getFirst();
  }
}
