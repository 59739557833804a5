package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.JiraSite;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;

/**
 * Lets those in who may browse the project that they ask about. Jira is asked, and its answer
 * counts for a minute.
 */
@Component
public class Entrance {
  private static final Duration COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JiraSite site;
  private final JiraQuestions jira;
  private final Editors editors;
  private final Cache<Door, Optional<Mapping.Project>> open;

  private record Door(Installation installation, String accountId, String project) {}

  Entrance(JiraSite site, JiraQuestions jira, Editors editors, InstantSource clock) {
    this.site = site;
    this.jira = jira;
    this.editors = editors;
    this.open =
        Caffeine.newBuilder()
            .expireAfterWrite(COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** From the project's own page: the token was made for this very project. */
  public Visit ofPage(Caller caller, String projectKey) {
    boolean same = caller.project().filter(it -> it.key().equals(projectKey)).isPresent();
    if (!same) {
      throw Refusal.of(
          HttpStatus.FORBIDDEN,
          "Not this page's project",
          "The token was made for another project. Reload the page.");
    }
    return enter(caller, projectKey);
  }

  /** Also from a dashboard, whose token names no project: there the permission alone decides. */
  public Visit ofPageOrDashboard(Caller caller, String projectKey) {
    return caller.project().isPresent() ? ofPage(caller, projectKey) : enter(caller, projectKey);
  }

  /** Whether the visitor may edit the project's issues, by Jira's answer of the last minute. */
  public boolean mayEdit(Visit visit) {
    return editors.include(visit);
  }

  private Visit enter(Caller caller, String projectKey) {
    String accountId = caller.accountId().orElseThrow(() -> unknown(projectKey));
    Door door = new Door(caller.installation(), accountId, projectKey);
    return open.get(door, it -> ask(it, caller))
        .map(project -> new Visit(caller.installation(), accountId, project))
        .orElseThrow(() -> unknown(projectKey));
  }

  private Optional<Mapping.Project> ask(Door door, Caller caller) {
    return project(caller, door.project())
        .filter(project ->
            Answers.valueOf(
                jira.may(door.installation(), door.accountId(), "BROWSE_PROJECTS", project.id())));
  }

  private Optional<Mapping.Project> project(Caller caller, String key) {
    return caller
        .project()
        .map(named -> new Mapping.Project(named.id(), named.key()))
        .or(() -> Answers.valueOf(site.project(caller.installation(), key)))
        .filter(project -> project.id().matches("\\d{1,18}"));
  }

  /** No project and none that the person may see are answered alike. */
  private static ErrorResponseException unknown(String key) {
    return Refusal.of(
        HttpStatus.NOT_FOUND,
        "No such project",
        "There is no project " + key + ", or you may not see it. Ask its admin.");
  }
}
