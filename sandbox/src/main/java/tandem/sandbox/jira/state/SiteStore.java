package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The site's state in memory. Single reads and writes are safe by themselves; what reads and then
 * writes does so in {@link #locked}.
 */
public final class SiteStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong revision = new AtomicLong();
  private final ConcurrentSkipListMap<String, Person> people = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Project> projects = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<Long, Issue> issues = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Long> idByKey = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, InstalledApp> apps = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, SortedMap<String, JsonNode>> projectProperties =
      new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, DashboardItem> dashboardItems =
      new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, Long> counters = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListSet<String> frozen = new ConcurrentSkipListSet<>();

  public SiteStore(SiteState state) {
    state.directory().people().forEach(this::put);
    state.directory().projects().forEach(this::put);
    projectProperties.putAll(state.directory().projectProperties());
    state.directory().dashboardItems().forEach(this::put);
    state.issues().forEach(this::put);
    state.issues().forEach(this::reserveFormerKeys);
    state.apps().forEach(this::put);
    counters.putAll(state.counters());
  }

  /** Nobody else is in {@code locked} meanwhile. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Grows with every write, after it can be read: how a page learns that it shows the past. */
  public long revision() {
    return revision.get();
  }

  /** The state now. Changes made meanwhile may be missing from it. */
  public SiteState state() {
    var directory =
        new SiteState.Directory(
            people(), projects(), new TreeMap<>(projectProperties), dashboardItems());
    return new SiteState(directory, issues(), apps(), new TreeMap<>(counters));
  }

  /**
   * A number that was never given before for this purpose.
   *
   * @param first the first one
   */
  public long next(String purpose, long first) {
    return locked(() -> {
      long number = counters.getOrDefault(purpose, first - 1) + 1;
      counters.put(purpose, number);
      return number;
    });
  }

  public Optional<Person> person(String accountId) {
    return Optional.ofNullable(people.get(accountId));
  }

  public List<Person> people() {
    return List.copyOf(people.values());
  }

  public Optional<Project> project(String idOrKey) {
    return projects.values().stream()
        .filter(p -> p.id().equals(idOrKey) || p.key().equalsIgnoreCase(idOrKey))
        .findFirst();
  }

  public List<Project> projects() {
    return List.copyOf(projects.values());
  }

  public SortedMap<String, JsonNode> properties(Project project) {
    return projectProperties.getOrDefault(project.id(), new TreeMap<>());
  }

  public Optional<Issue> issue(String idOrKey) {
    var id = idOrKey.matches("\\d{1,18}") ? Long.valueOf(idOrKey) : idByKey.get(key(idOrKey));
    return id == null ? Optional.empty() : Optional.ofNullable(issues.get(id));
  }

  /** All issues by ascending id. */
  public List<Issue> issues() {
    return new ArrayList<>(issues.values());
  }

  public Optional<InstalledApp> app(String key) {
    return Optional.ofNullable(apps.get(key));
  }

  public List<InstalledApp> apps() {
    return List.copyOf(apps.values());
  }

  /** Also those whose app is gone. */
  public List<DashboardItem> dashboardItems() {
    return List.copyOf(dashboardItems.values());
  }

  public void put(Person person) {
    people.put(person.accountId(), person);
    revision.incrementAndGet();
  }

  public void put(Project project) {
    projects.put(project.id(), project);
    revision.incrementAndGet();
  }

  public void put(Project project, SortedMap<String, JsonNode> properties) {
    projectProperties.put(project.id(), properties);
    revision.incrementAndGet();
  }

  public void put(Issue issue) {
    issues.put(Long.valueOf(issue.id()), issue);
    idByKey.put(key(issue.key()), Long.valueOf(issue.id()));
    revision.incrementAndGet();
  }

  /** An issue that has moved is still found by the keys that it had. */
  private void reserveFormerKeys(Issue issue) {
    issue.formerKeys().forEach(it -> idByKey.putIfAbsent(key(it), Long.valueOf(issue.id())));
  }

  /** Whether nobody may edit the issue at present; a reading that no file keeps. */
  public boolean isFrozen(Issue issue) {
    return frozen.contains(issue.id());
  }

  public void freeze(Issue issue, boolean now) {
    boolean unused = now ? frozen.add(issue.id()) : frozen.remove(issue.id());
    revision.incrementAndGet();
  }

  public void put(InstalledApp app) {
    apps.put(app.key(), app);
    revision.incrementAndGet();
  }

  public void put(DashboardItem item) {
    dashboardItems.put(item.id(), item);
    revision.incrementAndGet();
  }

  public void remove(Issue issue) {
    issues.remove(Long.valueOf(issue.id()));
    idByKey.remove(key(issue.key()));
    revision.incrementAndGet();
  }

  /** The project alone: its issues are removed one by one. */
  public void remove(Project project) {
    projects.remove(project.id());
    revision.incrementAndGet();
  }

  public void remove(InstalledApp app) {
    apps.remove(app.key());
    revision.incrementAndGet();
  }

  private static String key(String key) {
    return key.toUpperCase(Locale.ROOT);
  }
}
