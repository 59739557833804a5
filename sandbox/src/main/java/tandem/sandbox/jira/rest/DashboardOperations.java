package tandem.sandbox.jira.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.jira.connect.Dashboard;
import tandem.sandbox.jira.state.DashboardItem;

/**
 * The site's one dashboard, and the properties of its items: to be read by everybody whom it is
 * shared with, to be written by who may edit it ([spec]).
 *
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-dashboards/">the
 *     vendor's document of the operations</a>
 */
final class DashboardOperations {
  private static final String PROPERTIES = "dashboard/{dashboardId}/items/{itemId}/properties";
  private static final String NO_DASHBOARD =
      "The dashboard you requested either does not exist or you don't have the required permissions"
          + " to perform this action.";
  private final Site site;
  private final Dashboard dashboard;

  DashboardOperations(Site site) {
    this.site = site;
    this.dashboard = new Dashboard(site.store());
  }

  void register(RestRoutes routes) {
    routes
        .add("GET", "dashboard/{id}", this::dashboard)
        .add("GET", PROPERTIES, this::keys)
        .add("GET", PROPERTIES + "/{propertyKey}", this::read)
        .add("PUT", PROPERTIES + "/{propertyKey}", this::write)
        .add("DELETE", PROPERTIES + "/{propertyKey}", this::delete);
  }

  private Reply dashboard(Visit visit) {
    requireDashboard(visit.name("id"));
    var address = site.views().address();
    var json =
        Json.object()
            .put("id", Dashboard.ID)
            .put("isFavourite", false)
            .put("isWritable", Dashboard.editableBy(visit.person()))
            .put("name", Dashboard.NAME)
            .put("popularity", 0)
            .put("self", address.rest("dashboard/" + Dashboard.ID))
            .put("systemDashboard", false)
            .put("view", address.base() + "/secure/Dashboard.jspa?selectPageId=" + Dashboard.ID);
    json.putArray("sharePermissions").addObject().put("type", "loggedin");
    return Reply.json(json);
  }

  private Reply keys(Visit visit) {
    var self = site.views().address().base() + visit.call().target().path();
    return PropertyValue.keys(item(visit).properties().keySet(), self);
  }

  private Reply read(Visit visit) {
    var key = PropertyValue.key(visit);
    var value = item(visit).properties().get(key);
    return value == null ? PropertyValue.none(key) : Reply.json(PropertyValue.shown(key, value));
  }

  private Reply write(Visit visit) {
    var key = PropertyValue.key(visit);
    var value = PropertyValue.value(visit);
    return changed(visit, all -> PropertyValue.written(all.put(key, value) == null));
  }

  private Reply delete(Visit visit) {
    var key = PropertyValue.key(visit);
    return changed(
        visit, all -> all.remove(key) == null ? PropertyValue.none(key) : Reply.empty(204));
  }

  private Reply changed(Visit visit, Function<Map<String, JsonNode>, Reply> change) {
    return site.store()
        .locked(() -> {
          var item = editable(visit);
          var all = new TreeMap<>(item.properties());
          var reply = change.apply(all);
          site.store().put(item.with(all));
          return reply;
        });
  }

  /** Who may look and not edit is told 403 ([spec]); the text is *assumed*. */
  private DashboardItem editable(Visit visit) {
    var item = item(visit);
    if (!Dashboard.editableBy(visit.person())) {
      throw Errors.refusal(403, "You do not have permission to edit this dashboard.");
    }
    return item;
  }

  private DashboardItem item(Visit visit) {
    requireDashboard(visit.name("dashboardId"));
    var id = visit.name("itemId");
    return dashboard
        .item(id)
        .orElseThrow(() -> Errors.refusal(404, "Dashboard item with id " + id + " not found."));
  }

  private static void requireDashboard(String id) {
    if (!id.equals(Dashboard.ID)) {
      throw Errors.refusal(404, NO_DASHBOARD);
    }
  }
}
