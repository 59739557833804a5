package tandem.app.decision;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.connection.PropertyNews;
import tandem.app.decision.ImportRequest.Checked;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Answers;
import tandem.app.project.IssueProperties;
import tandem.app.project.IssueProperties.Property;
import tandem.app.project.Visit;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Adds decisions to an issue, one property each. Overwrites nothing; after a failure it may be
 * repeated with the same files, and goes on with those that are missing.
 */
@Component
class DecisionImport {
  /**
   * Jira takes 20 writes to an issue in any two seconds: what is there at once and what is filled
   * in two seconds stay below that together, with room for what is derived from them.
   *
   * @see <a href="https://developer.atlassian.com/cloud/jira/platform/rate-limiting/">Rate
   *     limiting</a>
   */
  private static final int AT_ONCE = 4;

  private static final int REFILLED = 12;
  private static final Duration WITHIN = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final IssueProperties properties;
  private final IssueLocks locks;
  private final ApplicationEventPublisher listeners;

  DecisionImport(
      IssueProperties properties, IssueLocks locks, ApplicationEventPublisher listeners) {
    this.properties = properties;
    this.locks = locks;
    this.listeners = listeners;
  }

  /** Throws the answer where the person may not edit the issue, or it is not of the project. */
  ImportAnswer of(Visit visit, Checked asked) {
    properties.requireEdit(visit, asked.issueId());
    List<Candidate> candidates = Candidate.of(asked.sources(), existing(visit, asked.issueId()));
    return asked.preview()
        ? ImportAnswer.of(candidates, 0)
        : written(visit, asked.issueId(), candidates);
  }

  private Map<String, DecisionJson.Reading> existing(Visit visit, String issueId) {
    Map<String, DecisionJson.Reading> existing = new HashMap<>();
    Answers.valueOf(properties.all(visit, issueId, DecisionTexts.PREFIX))
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.NOT_FOUND,
                "No such issue",
                "The issue is not in this project any more. Choose another one."))
        .forEach((id, value) -> existing.put(id, DecisionTexts.decision(id, value)));
    return existing;
  }

  private ImportAnswer written(Visit visit, String issueId, List<Candidate> candidates) {
    BlockingBucket pace =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(REFILLED, WITHIN))
            .build()
            .asBlocking();
    List<Candidate> ended = new ArrayList<>();
    int written = 0;
    Optional<String> stop = Optional.empty();
    for (Candidate candidate : candidates) {
      if (candidate.problem().isPresent()) {
        ended.add(candidate);
        continue;
      }
      Optional<String> problem = stop.or(() -> write(visit, issueId, candidate, pace));
      stop = problem;
      written += problem.isEmpty() ? 1 : 0;
      ended.add(problem.map(candidate::failing).orElse(candidate));
    }
    if (written > 0) {
      tell(visit, issueId);
    }
    return ImportAnswer.of(ended, written);
  }

  private void tell(Visit visit, String issueId) {
    listeners.publishEvent(
        new PropertyNews(
            visit.installation().id(),
            new IssueId(issueId),
            DecisionTexts.PREFIX,
            Optional.empty(),
            ""));
  }

  /** Why it was not written; empty where it was. */
  private Optional<String> write(
      Visit visit, String issueId, Candidate candidate, BlockingBucket pace) {
    if (!hasTurn(pace)) {
      return Optional.of("Not written: the server is being stopped. Import it again.");
    }
    return locks.within(
        visit.tenant(), new IssueId(issueId), () -> writeAlone(visit, issueId, candidate));
  }

  private static boolean hasTurn(BlockingBucket pace) {
    try {
      return pace.tryConsume(1, PATIENCE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<String> writeAlone(Visit visit, String issueId, Candidate candidate) {
    String key = DecisionTexts.PREFIX + candidate.decision().id().value();
    Property property = new Property(key, properties.parsed(candidate.json()));
    Outcome<Optional<String>> outcome =
        properties
            .read(visit, issueId, key)
            .then(there ->
                there.isPresent()
                    ? new Outcome.Done<>(
                        Optional.of("Not written: somebody has just added one of this id."))
                    : properties.write(visit, issueId, property).then(DecisionImport::gone));
    return switch (outcome) {
      case Outcome.Done<Optional<String>>(Optional<String> problem) -> problem;
      case Outcome.Failed<Optional<String>>(RemoteFailure failure) ->
          Optional.of(known(failure) + failure.why() + " Import it again to go on.");
    };
  }

  private static String known(RemoteFailure failure) {
    return failure instanceof RemoteFailure.Unknown ? "Not known to be written: " : "Not written: ";
  }

  private static Outcome<Optional<String>> gone(boolean written) {
    return new Outcome.Done<>(
        written ? Optional.empty() : Optional.of("Not written: the issue is gone."));
  }
}
