package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;

/**
 * What Jira's answers mean in Tandem's terms.
 *
 * <p>An issue that has left the project is {@code Gone}. A 404 counts as {@code Gone} only with
 * Jira's own JSON: a site that is switched off answers 404 too, for everything, with a web page.
 */
final class JiraAnswers {
  private static final Logger LOG = System.getLogger(JiraAnswers.class.getName());
  private static final int NOT_FOUND = 404;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int MOST_ADDRESSES = 200;

  private final JiraProject project;
  private final InstantSource clock;

  JiraAnswers(JiraProject project, InstantSource clock) {
    this.project = project;
    this.clock = clock;
  }

  /** The answer to reading an issue, with its decisions where it was asked for properties. */
  Outcome<Observation> observed(IssueId issue, Answer answer) {
    if (isGone(answer)) {
      return new Outcome.Done<>(new Observation.Gone(issue));
    }
    Optional<JsonNode> body = answer.isSuccess() ? json(answer) : Optional.empty();
    return body.flatMap(this::observed)
        .<Outcome<Observation>>map(Outcome.Done::new)
        .orElseGet(() -> refused(answer, Effect.READ));
  }

  private Optional<Observation> observed(JsonNode issue) {
    return JiraIssue.answered(issue)
        .map(this::observation)
        .map(seen ->
            switch (seen) {
              case Observation.Present present -> withDecisions(present, issue);
              case Observation.Gone gone -> gone;
            });
  }

  private Observation withDecisions(Observation.Present present, JsonNode issue) {
    return new Observation.Present(
        present.issue(),
        present.key(),
        present.snapshot(),
        JiraDecision.log(issue.path("properties"), clock.instant()));
  }

  /** The answer to writing a property; it holds nothing. */
  Outcome<Optional<Held>> written(Answer answer, Held sent) {
    if (answer.isSuccess()) {
      return new Outcome.Done<>(Optional.of(sent));
    }
    return isGone(answer)
        ? new Outcome.Failed<>(
            new RemoteFailure.Rejected("the issue is gone, or the app may not see it"))
        : refused(answer, Effect.WRITE);
  }

  /** The answer to deleting a property: with a 404 it, or its issue, is gone already. */
  Outcome<Optional<Held>> erased(Answer answer) {
    return answer.isSuccess() || isGone(answer)
        ? new Outcome.Done<>(Optional.empty())
        : refused(answer, Effect.WRITE);
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
        : new Outcome.Failed<>(JiraRefusal.edit(answer, clock.instant()));
  }

  /** The answer to a search. */
  Outcome<Page<Listed>> page(JiraSearch search, Answer answer) {
    Optional<JsonNode> body = json(answer).filter(json -> json.path("issues").isArray());
    if (!answer.isSuccess() || body.isEmpty()) {
      return search.token().isEmpty()
          ? new Outcome.Failed<>(JiraRefusal.search(answer, clock.instant()))
          : refused(answer, Effect.READ);
    }
    Optional<Cursor> next = JiraJson.text(body.get(), "/nextPageToken").map(search::next);
    return new Outcome.Done<>(new Page<>(listed(body.get().path("issues")), next));
  }

  /** The answer to a bulk fetch; what Jira could not find or show is missing from it. */
  Outcome<List<Observation.Present>> fetched(Answer answer) {
    Optional<JsonNode> issues =
        json(answer).map(body -> body.path("issues")).filter(JsonNode::isArray);
    if (!answer.isSuccess() || issues.isEmpty()) {
      return refused(answer, Effect.READ);
    }
    List<Observation.Present> found = new ArrayList<>();
    for (JsonNode issue : issues.get()) {
      if (JiraIssue.answered(issue).map(this::observation).orElse(null)
          instanceof Observation.Present present) {
        found.add(present);
      }
    }
    return new Outcome.Done<>(List.copyOf(found));
  }

  /** An answer that is read in one way where it is a success. */
  <T> Outcome<T> meaning(Answer answer, Effect effect, JiraTwin.Meaning<T> meaning) {
    Optional<T> meant = answer.isSuccess() ? meaning.of(answer) : Optional.empty();
    return meant.<Outcome<T>>map(Outcome.Done::new).orElseGet(() -> refused(answer, effect));
  }

  /** The answer to listing remote links; an issue that is gone points nowhere. */
  Outcome<Set<String>> pointers(Answer answer) {
    if (isGone(answer)) {
      return new Outcome.Done<>(Set.of());
    }
    Optional<ArrayNode> links = JiraJson.array(answer.body().toByteArray());
    if (!answer.isSuccess() || links.isEmpty()) {
      return refused(answer, Effect.READ);
    }
    Set<String> addresses = new LinkedHashSet<>();
    for (JsonNode link : links.get()) {
      JiraJson.text(link, "/object/url")
          .filter(url -> url.length() <= LONGEST_ADDRESS && addresses.size() < MOST_ADDRESSES)
          .ifPresent(addresses::add);
    }
    return new Outcome.Done<>(addresses);
  }

  /** The answer to an approximate count. */
  Outcome<Long> count(Answer answer) {
    Optional<Long> count =
        json(answer)
            .map(body -> body.path("count"))
            .filter(JsonNode::canConvertToLong)
            .map(JsonNode::asLong);
    return answer.isSuccess() && count.isPresent()
        ? new Outcome.Done<>(count.get())
        : refused(answer, Effect.READ);
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
