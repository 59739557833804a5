package tandem.app.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.decision.ImportRequest.Checked;
import tandem.app.project.IssueProperties;
import tandem.app.project.Visit;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Takes an import back: deletes those of its decisions that still say what their files say. Safe to
 * repeat: what is gone already counts as taken back.
 */
@Component
class ImportUndo {
  private final IssueProperties properties;
  private final DecisionTexts texts;
  private final IssueLocks locks;
  private final ApplicationEventPublisher listeners;

  ImportUndo(
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
  UndoAnswer of(Visit visit, Checked sent, Set<String> written) {
    properties.requireEdit(visit, sent.issueId());
    Set<String> there = texts.on(visit, sent.issueId()).keySet();
    List<Candidate> wanted =
        Candidate.of(sent.sources(), Map.of()).stream()
            .filter(it -> written.contains(id(it)))
            .toList();
    WritePace pace = new WritePace();
    List<UndoAnswer.Row> rows = new ArrayList<>();
    Optional<String> stop = Optional.empty();
    for (Candidate candidate : wanted) {
      Optional<String> problem = stop;
      if (stop.isEmpty() && there.contains(id(candidate))) {
        Outcome<Optional<String>> outcome = erase(visit, sent.issueId(), candidate, pace);
        problem = problem(outcome);
        stop = outcome instanceof Outcome.Failed<Optional<String>> ? problem : stop;
      }
      rows.add(row(candidate, problem));
    }
    listeners.publishEvent(DecisionTexts.news(visit, sent.issueId()));
    return new UndoAnswer(rows);
  }

  private static Optional<String> problem(Outcome<Optional<String>> outcome) {
    return switch (outcome) {
      case Outcome.Done<Optional<String>>(Optional<String> why) -> why;
      case Outcome.Failed<Optional<String>>(RemoteFailure failure) -> Optional.of(failure.why());
    };
  }

  private static UndoAnswer.Row row(Candidate candidate, Optional<String> problem) {
    return new UndoAnswer.Row(
        id(candidate), candidate.decision().title().written(), problem.orElse(null));
  }

  private static String id(Candidate candidate) {
    return candidate.decision().id().value();
  }

  /** Why it stays; empty where it is gone. */
  private Outcome<Optional<String>> erase(
      Visit visit, String issueId, Candidate candidate, WritePace pace) {
    return pace.hasTurn()
        ? locks.within(
            visit.tenant(), new IssueId(issueId), () -> eraseAlone(visit, issueId, candidate))
        : new Outcome.Done<>(Optional.of("The server is being stopped. Try again."));
  }

  private Outcome<Optional<String>> eraseAlone(Visit visit, String issueId, Candidate candidate) {
    String key = DecisionTexts.PREFIX + id(candidate);
    return properties
        .read(visit, issueId, key)
        .then(there ->
            there.filter(it -> !isStill(it, candidate)).isPresent()
                ? new Outcome.Done<>(Optional.of("Somebody has changed it since."))
                : properties
                    .erase(visit, issueId, key)
                    .then(gone -> new Outcome.Done<>(Optional.empty())));
  }

  /** By what it says: the engine may have written the same in another form. */
  private static boolean isStill(JsonNode stored, Candidate candidate) {
    return DecisionTexts.decision(id(candidate), stored) instanceof DecisionJson.Read read
        && read.decision().says(candidate.decision());
  }
}
