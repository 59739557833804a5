package tandem.app.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.decision.ImportRequest.Checked;
import tandem.app.project.IssueProperties;
import tandem.app.project.IssueProperties.Property;
import tandem.app.project.Visit;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Adds decisions to an issue, one property each. Overwrites nothing; after a failure it may be
 * repeated with the same files, and goes on with those that are missing. {@link ImportUndo} takes
 * it back.
 */
@Component
class DecisionImport {
  private final IssueProperties properties;
  private final DecisionTexts texts;
  private final IssueLocks locks;
  private final ApplicationEventPublisher listeners;

  DecisionImport(
      IssueProperties properties,
      DecisionTexts texts,
      IssueLocks locks,
      ApplicationEventPublisher listeners) {
    this.properties = properties;
    this.texts = texts;
    this.locks = locks;
    this.listeners = listeners;
  }

  /** Throws the answer where the person may not edit the issue, or it is not of the project. */
  ImportAnswer of(Visit visit, Checked asked) {
    properties.requireEdit(visit, asked.issueId());
    List<Candidate> candidates = Candidate.of(asked.sources(), texts.on(visit, asked.issueId()));
    return asked.preview()
        ? ImportAnswer.of(candidates, 0)
        : written(visit, asked.issueId(), candidates);
  }

  private ImportAnswer written(Visit visit, String issueId, List<Candidate> candidates) {
    WritePace pace = new WritePace();
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
      listeners.publishEvent(DecisionTexts.news(visit, issueId));
    }
    return ImportAnswer.of(ended, written);
  }

  /** Why it was not written; empty where it was. */
  private Optional<String> write(Visit visit, String issueId, Candidate candidate, WritePace pace) {
    if (!pace.hasTurn()) {
      return Optional.of("Not written: the server is being stopped. Import it again.");
    }
    return locks.within(
        visit.tenant(), new IssueId(issueId), () -> writeAlone(visit, issueId, candidate));
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
