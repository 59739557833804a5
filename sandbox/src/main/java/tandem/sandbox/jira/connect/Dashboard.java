package tandem.sandbox.jira.connect;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tandem.sandbox.jira.state.DashboardItem;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/**
 * The site's one dashboard. It holds one item of each {@code jiraDashboardItems} module of the
 * installed apps, as if somebody had added it from Jira's list of gadgets. Shared with everybody;
 * whoever may edit issues may edit it, too (*assumed*).
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/modules/dashboard-item/">the
 *     vendor's document of the module</a>
 */
public final class Dashboard {
  public static final String ID = "10000";
  public static final String NAME = "Team dashboard";
  private static final List<String> TYPES = List.of("jiraDashboardItems");
  private final SiteStore store;

  public Dashboard(SiteStore store) {
    this.store = store;
  }

  public static boolean editableBy(Person person) {
    return person.canEdit();
  }

  /**
   * What is to be seen on it. An item gets its id when it is seen first and keeps it, with its
   * properties, also while its app is gone (*assumed*).
   */
  public List<DashboardItem> items() {
    return placed().stream().map(Placed::item).toList();
  }

  public Optional<DashboardItem> item(String id) {
    return items().stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** An item and the module that it shows. */
  record Placed(DashboardItem item, Descriptors.Module module) {}

  List<Placed> placed() {
    return store.apps().stream().flatMap(app -> modules(app).stream()).map(this::placed).toList();
  }

  private static List<Descriptors.Module> modules(InstalledApp app) {
    return Descriptors.modules(app, TYPES);
  }

  private Placed placed(Descriptors.Module module) {
    return new Placed(store.locked(() -> known(module).orElseGet(() -> fresh(module))), module);
  }

  private Optional<DashboardItem> known(Descriptors.Module module) {
    return store.dashboardItems().stream()
        .filter(item -> item.addonKey().equals(module.app().key()))
        .filter(item -> item.moduleKey().equals(module.key()))
        .findFirst();
  }

  private DashboardItem fresh(Descriptors.Module module) {
    var id = String.valueOf(store.next("dashboardItem", 10_000));
    var item = new DashboardItem(id, module.app().key(), module.key(), new TreeMap<>());
    store.put(item);
    return item;
  }
}
