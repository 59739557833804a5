package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;

/**
 * What Jira's answers mean in Tandem's terms.
 *
 * <p>An issue that has left the project is {@code Gone}. A 404 counts as {@code Gone} only with
 * Jira's own JSON: a site that is switched off answers 404 too, for everything, with a web page.
 */
final class JiraAnswers {
  private static final Logger LOG = System.getLogger(JiraAnswers.class.getName());
  private static final int NOT_FOUND = 404;

  private final JiraProject project;
  private final InstantSource clock;

  JiraAnswers(JiraProject project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /** The answer to reading an issue. */
  Outcome<Observation> observed(IssueId issue, Answer answer) {
    if (isGone(answer)) {
      return new Outcome.Done<>(new Observation.Gone(issue));
    }
    Optional<JiraIssue> read =
        answer.isSuccess() ? json(answer).flatMap(JiraIssue::answered) : Optional.empty();
    return read.<Outcome<Observation>>map(found -> new Outcome.Done<>(observation(found)))
        .orElseGet(() -> refused(answer, Effect.READ));
  }

  /**
   * The answer to an edit; empty where Jira has made the change and does not tell what the issue
   * holds now.
   */
  Outcome<Optional<Observation>> written(IssueId issue, Answer answer) {
    if (answer.isSuccess()) {
      return new Outcome.Done<>(json(answer).flatMap(JiraIssue::answered).map(this::observation));
    }
    return isGone(answer)
        ? new Outcome.Done<>(Optional.of(new Observation.Gone(issue)))
        : refused(answer, Effect.WRITE);
  }

  /** The answer to a search. */
  Outcome<Page<Listed>> page(JiraSearch search, Answer answer) {
    Optional<JsonNode> body = json(answer).filter(json -> json.path("issues").isArray());
    if (!answer.isSuccess() || body.isEmpty()) {
      return refused(answer, Effect.READ);
    }
    Optional<Cursor> next = JiraJson.text(body.get(), "/nextPageToken").map(search::next);
    return new Outcome.Done<>(new Page<>(listed(body.get().path("issues")), next));
  }

  /** Remote links are not part of a search's answer: the left gives no hints. */
  private List<Listed> listed(JsonNode issues) {
    List<Listed> listed = new ArrayList<>();
    for (JsonNode issue : issues) {
      JiraIssue.answered(issue)
          .ifPresentOrElse(
              read -> listed.add(new Listed(project.observed(read.seen()), Set.of())),
              () -> LOG.log(Level.WARNING, "Jira listed an issue that cannot be read; left out"));
    }
    return listed;
  }

  private Observation observation(JiraIssue issue) {
    return issue.projectId().equals(project.projectId())
        ? project.observed(issue.seen())
        : new Observation.Gone(issue.id());
  }

  private static boolean isGone(Answer answer) {
    return answer.status() == NOT_FOUND && json(answer).isPresent();
  }

  private static Optional<JsonNode> json(Answer answer) {
    return JiraJson.object(answer.body().toByteArray()).map(JsonNode.class::cast);
  }

  private <T> Outcome<T> refused(Answer answer, Effect effect) {
    return new Outcome.Failed<>(JiraRefusal.read(answer, effect, clock.instant()));
  }
}
