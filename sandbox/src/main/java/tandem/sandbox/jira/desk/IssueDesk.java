package tandem.sandbox.jira.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.field.FieldText;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.History;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Creates, edits and deletes issues. Values come in stored form and were checked; whether the actor
 * may do it was checked too. Each change is one step: atomic, with one changelog entry, told once.
 */
public final class IssueDesk {
  private final SiteStore store;
  private final InstantSource clock;
  private final Newsroom news;
  private final FieldText text;

  public IssueDesk(SiteStore store, InstantSource clock, Newsroom news) {
    this.store = store;
    this.clock = clock;
    this.news = news;
    this.text = new FieldText(store);
  }

  /** Issue ids begin at 10000, keys at 1, as on a fresh site. */
  public Issue create(Project project, Map<String, JsonNode> fields, Cause cause) {
    return create(project, fields, new TreeMap<>(), cause);
  }

  /** The same with entity properties written in the same step. */
  public Issue create(
      Project project,
      Map<String, JsonNode> fields,
      SortedMap<String, JsonNode> properties,
      Cause cause) {
    var issue = store.locked(() -> added(project, fields, properties, cause));
    news.tell(new SiteEvent.Created(issue, cause, issue.times().created()));
    return issue;
  }

  /**
   * Sets some fields. What is equal already is no change; without any change there is no changelog
   * entry, no event and no new {@code updated} (*assumed*).
   *
   * @param change from the issue as it is now to new stored values, a missing node empties
   */
  public void edit(String id, Function<Issue, Map<String, JsonNode>> change, Cause cause) {
    var update =
        store.locked(() -> store.issue(id).flatMap(now -> applied(now, change.apply(now), cause)));
    update.ifPresent(news::tell);
  }

  /** Moves through the workflow. */
  public void transition(String id, Status to, Cause cause) {
    edit(id, issue -> Map.of("status", TextNode.valueOf(to.id())), cause);
  }

  /**
   * Moves to another project: the id stays, the key is a new one, and the old one still finds the
   * issue. Back in a project it has the key again that it had there (*assumed*). Whatever hangs on
   * it moves along (*assumed*).
   */
  public void move(String id, Project to, Cause cause) {
    var update = store.locked(() -> store.issue(id).flatMap(now -> moved(now, to, cause)));
    update.ifPresent(news::tell);
  }

  /** Gone with all that hangs on it. Links of others to it stay. */
  public void delete(Issue issue, Cause cause) {
    store.locked(() -> {
      store.remove(issue);
      return issue;
    });
    news.tell(new SiteEvent.Deleted(issue, cause, now()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Issue added(
      Project project,
      Map<String, JsonNode> fields,
      SortedMap<String, JsonNode> properties,
      Cause cause) {
    var at = now();
    var all = new TreeMap<>(fields);
    var author = TextNode.valueOf(cause.by().accountId());
    all.put("creator", author);
    all.putIfAbsent("reporter", author);
    all.putIfAbsent("priority", TextNode.valueOf("3"));
    all.putIfAbsent("status", TextNode.valueOf(Status.TO_DO.id()));
    all.values().removeIf(JsonNode::isMissingNode);
    var id = String.valueOf(store.next("issue", 10_000));
    var key = project.key() + "-" + store.next("key of " + project.id(), 1);
    var ref = new Issue.Ref(id, key, project.id());
    var annex = Issue.Annex.empty().withProperties(new TreeMap<>(properties));
    var issue = new Issue(ref, new Issue.Times(at, at), all, annex);
    store.put(issue);
    return issue;
  }

  private Optional<SiteEvent> applied(Issue now, Map<String, JsonNode> change, Cause cause) {
    var fields = new TreeMap<>(now.fields());
    var items = new ArrayList<History.Item>();
    change.forEach((id, value) -> apply(id, value, fields, items));
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            written(new Issue(now.ref(), now.times(), fields, now.annex()), cause, items));
  }

  private Optional<SiteEvent> moved(Issue now, Project to, Cause cause) {
    if (now.ref().projectId().equals(to.id())) {
      return Optional.empty();
    }
    var key = keyIn(to, now);
    var items =
        List.of(
            new History.Item("project", project(now.ref().projectId()), project(to.id())),
            new History.Item(
                History.KEY, new History.Value("", now.key()), new History.Value("", key)));
    var ref = new Issue.Ref(now.id(), key, to.id());
    return Optional.of(
        written(new Issue(ref, now.times(), now.fields(), now.annex()), cause, items));
  }

  private String keyIn(Project project, Issue issue) {
    return issue.formerKeys().stream()
        .filter(former -> former.startsWith(project.key() + "-"))
        .findFirst()
        .orElseGet(() -> project.key() + "-" + store.next("key of " + project.id(), 1));
  }

  private History.Value project(String id) {
    return new History.Value(id, store.project(id).map(Project::name).orElse(id));
  }

  /** Keeps a changed issue with the entry of its changelog. */
  private SiteEvent written(Issue changed, Cause cause, List<History.Item> items) {
    var at = now();
    var history = history(cause, at, items);
    var histories = new ArrayList<>(changed.annex().histories());
    histories.add(history);
    var issue = changed.with(changed.annex().withHistories(histories)).updated(at);
    store.put(issue);
    return new SiteEvent.Updated(issue, cause, at, history);
  }

  private void apply(
      String id, JsonNode value, Map<String, JsonNode> fields, List<History.Item> items) {
    var field = Field.find(id).orElseThrow();
    var before = value.isMissingNode() ? fields.remove(id) : fields.put(id, value);
    var old = before == null ? MissingNode.getInstance() : before;
    if (!old.equals(value)) {
      items.add(new History.Item(id, text.value(field, old), text.value(field, value)));
    }
  }

  private History history(Cause cause, Instant at, List<History.Item> items) {
    var id = String.valueOf(store.next("history", 10_000));
    return new History(id, cause.by().accountId(), at, List.copyOf(items));
  }
}
