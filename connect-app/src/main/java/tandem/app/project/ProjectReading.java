package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueNews;
import tandem.app.lifecycle.Installation;
import tandem.app.project.JiraQuestions.Page;
import tandem.app.project.JiraQuestions.Search;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Reads a project's issues: whole, or, of a large one that was read whole a while ago, what was
 * changed since. Whether a property moves an issue's time of change is not documented, so issues
 * that Jira told this node of are read again as well; what only another node was told of is found
 * with the next whole read.
 *
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/">Issue
 *     search</a>
 */
@Component
class ProjectReading {
  private static final Duration WHOLE_LASTS = Duration.ofMinutes(15);
  private static final int LARGE = 500;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_NEWS = 200;
  private static final int MOST_TENANTS = 10_000;

  private final JiraQuestions jira;
  private final SiteFields fields;
  private final InstantSource clock;
  private final Cache<InstallationId, NewestIssues> news;

  ProjectReading(JiraQuestions jira, SiteFields fields, InstantSource clock) {
    this.jira = jira;
    this.fields = fields;
    this.clock = clock;
    this.news =
        Caffeine.newBuilder()
            .expireAfterAccess(WHOLE_LASTS)
            .maximumSize(MOST_TENANTS)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Of issues beyond so many the oldest are forgotten; a whole read finds them. */
  @EventListener
  void note(IssueNews told) {
    news.get(told.installation(), unknown -> new NewestIssues(MOST_NEWS)).add(told.issue().value());
  }

  /** One call for each 100 issues that are read. */
  Outcome<Shelf> read(Installation installation, String projectId, Optional<Shelf> before) {
    Instant now = clock.instant();
    return fields
        .of(installation)
        .then(found ->
            before
                .filter(shelf -> isWorthMending(shelf, now, found))
                .flatMap(shelf -> mended(installation, projectId, shelf))
                .orElseGet(() -> whole(installation, projectId, found)));
  }

  private static boolean isWorthMending(Shelf shelf, Instant now, ProjectFields fields) {
    return shelf.issues().size() > LARGE
        && now.isBefore(shelf.whole().plus(WHOLE_LASTS))
        && shelf.fields().equals(fields);
  }

  private Outcome<Shelf> whole(Installation installation, String projectId, ProjectFields found) {
    Instant begun = clock.instant();
    String jql = "project = " + projectId + " ORDER BY created DESC, id DESC";
    return all(installation, jql, new IssueReader(found))
        .then(read ->
            new Outcome.Done<>(new Shelf(read.issues(), read.complete(), found, begun, begun)));
  }

  /**
   * Empty where Jira refuses the question, as it does when it names an issue that was deleted. JQL
   * counts in minutes, from now: a minute more than needed, and one for its index.
   */
  private Optional<Outcome<Shelf>> mended(
      Installation installation, String projectId, Shelf shelf) {
    Instant begun = clock.instant();
    long minutes = Duration.between(shelf.upTo(), begun).toMinutes() + 2;
    String told = told(installation, shelf);
    String jql =
        "project = %s AND (updated >= \"-%dm\"%s) ORDER BY created DESC, id DESC"
            .formatted(projectId, minutes, told.isEmpty() ? "" : " OR id in (" + told + ")");
    Outcome<Read> read = all(installation, jql, new IssueReader(shelf.fields()));
    return read instanceof Outcome.Failed<Read>(RemoteFailure.Rejected refused)
        ? Optional.empty()
        : Optional.of(read.then(got -> new Outcome.Done<>(shelf.with(got.issues(), begun))));
  }

  private String told(Installation installation, Shelf shelf) {
    Set<String> ids =
        Optional.ofNullable(news.getIfPresent(installation.id()))
            .map(NewestIssues::ids)
            .orElse(Set.of());
    return shelf.issues().stream()
        .map(it -> it.name().id())
        .filter(ids::contains)
        .collect(Collectors.joining(", "));
  }

  private record Read(List<ProjectIssue> issues, boolean complete) {}

  private Outcome<Read> all(Installation installation, String jql, IssueReader reader) {
    List<ProjectIssue> issues = new ArrayList<>();
    Outcome<Page> page = jira.search(installation, new Search(jql, Optional.empty()), reader);
    for (int pages = 1; page instanceof Outcome.Done<Page>(Page got); pages++) {
      issues.addAll(got.issues());
      boolean enough = issues.size() >= ProjectIndex.MOST_ISSUES || pages == MOST_PAGES;
      if (got.next().isEmpty() || enough) {
        return new Outcome.Done<>(new Read(issues, got.next().isEmpty()));
      }
      page = jira.search(installation, new Search(jql, got.next()), reader);
    }
    return page.then(unreached -> new Outcome.Done<>(new Read(issues, false)));
  }
}
