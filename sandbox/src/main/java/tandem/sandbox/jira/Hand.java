package tandem.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.desk.AnnexDesk;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.field.Adf;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.Comment;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.RemoteLink;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.state.SiteStore;

/**
 * A person's hand on the site, without HTTP: for seeding, and for tests that need somebody to edit.
 * Changes are real ones: they have a changelog entry and cause webhooks. Unknown keys throw.
 */
public final class Hand {
  private final SiteStore store;
  private final IssueDesk issues;
  private final AnnexDesk annex;
  private final Cause cause;

  Hand(SiteStore store, IssueDesk issues, AnnexDesk annex, Cause cause) {
    this.store = store;
    this.issues = issues;
    this.annex = annex;
    this.cause = cause;
  }

  /** A project whose lead is this person. */
  public Project project(String key, String name) {
    var id = String.valueOf(store.next("project", 10_000));
    var project = new Project(id, key, name, cause.by().accountId());
    store.put(project);
    return project;
  }

  /** A task with these labels. */
  public Issue issue(String projectKey, String summary, String... labels) {
    var draft = new Draft(IssueType.TASK, summary, "", List.of(labels));
    return issue(projectKey, draft);
  }

  /** What an issue begins with; {@code description} is plain text, "" for none. */
  public record Draft(IssueType type, String summary, String description, List<String> labels) {}

  public Issue issue(String projectKey, Draft draft) {
    var fields = new HashMap<String, JsonNode>();
    fields.put("summary", TextNode.valueOf(draft.summary()));
    fields.put("issuetype", TextNode.valueOf(draft.type().id()));
    fields.put("labels", array(draft.labels()));
    if (!draft.description().isEmpty()) {
      fields.put("description", Adf.of(draft.description()));
    }
    return issues.create(store.project(projectKey).orElseThrow(), fields, new TreeMap<>(), cause);
  }

  /** The issue as it is now, by id or key. */
  public Issue read(String issue) {
    return store.issue(issue).orElseThrow();
  }

  /** Sets the labels to exactly these. */
  public void labels(String issue, String... labels) {
    edit(issue, Map.of("labels", array(List.of(labels))));
  }

  /**
   * Changes the labels from what they are at that moment, in one step.
   *
   * @param change changes the set that it is given
   * @return the labels before
   */
  public SortedSet<String> relabel(String issue, Consumer<SortedSet<String>> change) {
    var before = new AtomicReference<SortedSet<String>>(new TreeSet<>());
    issues.edit(
        read(issue).id(),
        now -> {
          before.set(now.labels());
          var after = now.labels();
          change.accept(after);
          return Map.of("labels", array(List.copyOf(after)));
        },
        cause);
    return before.get();
  }

  /** Sets fields given in stored form, see {@link Issue}. */
  public void edit(String issue, Map<String, JsonNode> fields) {
    issues.edit(read(issue).id(), now -> fields, cause);
  }

  public void summary(String issue, String text) {
    edit(issue, Map.of("summary", TextNode.valueOf(text)));
  }

  public void transition(String issue, String statusName) {
    issues.transition(read(issue).id(), Status.find(statusName).orElseThrow(), cause);
  }

  public void property(String issue, String key, JsonNode value) {
    annex.setProperty(read(issue).id(), new SiteEvent.Property(key, value), cause);
  }

  public void deleteProperty(String issue, String key) {
    annex.deleteProperty(read(issue).id(), key, cause);
  }

  public Comment comment(String issue, String text) {
    return annex.comment(read(issue).id(), Adf.of(text), cause);
  }

  /** A link to the web, kept under this global id. */
  public RemoteLink remoteLink(String issue, String globalId, String url, String title) {
    var content = Json.object();
    content.putObject("object").put("url", url).put("title", title);
    return annex.put(read(issue).id(), new RemoteLink(0, globalId, content));
  }

  /** Moves it to another project, which must be there. */
  public void move(String issue, String projectKey) {
    issues.move(read(issue).id(), store.project(projectKey).orElseThrow(), cause);
  }

  /**
   * Nobody may edit the issue from now on, admins and apps included: as in a status with the
   * workflow property {@code jira.permission.edit.denied}. Hands still may.
   *
   * @see <a
   *     href="https://support.atlassian.com/jira-cloud-administration/docs/use-workflow-properties/">Workflow
   *     properties</a>
   */
  public void freeze(String issue) {
    store.freeze(read(issue), true);
  }

  public void thaw(String issue) {
    store.freeze(read(issue), false);
  }

  /** A project in the bin with its issues. */
  public record Binned(Project project, List<Issue> issues) {}

  /** Puts a project into the bin; no event tells of its issues (*assumed*). */
  public Binned bin(String projectKey) {
    return store.locked(() -> {
      var project = store.project(projectKey).orElseThrow();
      var binned =
          new Binned(
              project,
              store.issues().stream()
                  .filter(it -> it.ref().projectId().equals(project.id()))
                  .toList());
      binned.issues().forEach(store::remove);
      store.remove(project);
      return binned;
    });
  }

  /** Takes it out of the bin as it was; no event tells of it (*assumed*). */
  public void restore(Binned binned) {
    store.put(binned.project());
    binned.issues().forEach(store::put);
  }

  public void delete(String issue) {
    issues.delete(read(issue), cause);
  }

  private static JsonNode array(List<String> labels) {
    return labels.isEmpty() ? MissingNode.getInstance() : Json.tree(new TreeSet<>(labels));
  }
}
