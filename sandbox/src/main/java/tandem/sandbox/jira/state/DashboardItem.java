package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/**
 * A gadget on the site's dashboard.
 *
 * @param addonKey the app whose module it shows
 * @param properties what the app keeps with it ({@code
 *     /rest/api/3/dashboard/{dashboardId}/items/{itemId}/properties})
 */
public record DashboardItem(
    String id, String addonKey, String moduleKey, SortedMap<String, JsonNode> properties) {
  public DashboardItem with(SortedMap<String, JsonNode> changed) {
    return new DashboardItem(id, addonKey, moduleKey, changed);
  }
}
