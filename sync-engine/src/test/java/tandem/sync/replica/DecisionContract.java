package tandem.sync.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.Passages;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;
import tandem.sync.model.Topic;
import tandem.sync.replica.Outcome.Done;
import tandem.sync.replica.Outcome.Failed;

/**
 * What every {@link Replica} does with decisions, run against a tracker in which the test can act
 * as a person would, without going through the replica.
 */
public abstract class DecisionContract {
  protected static final DecisionId ID = new DecisionId("d-1");

  private static final String RECORD =
      """
      # Use *PostgreSQL*

      * Status: proposed
      * Decided by: Ada, Bo

      ## Context

      It is [slow][1].

      - one
      - two

      ## Security

      Nobody thought of it.

      [1]: https://example.com/
      """;

  /** The tracker behind the replica, with an issue of the mapping in it. */
  public interface Bench {
    Replica replica();

    IssueId issue();

    /** An id in the tracker's form that names no issue. */
    IssueId absent();

    /** A person begins a decision in this tracker. {@code markdown} has its title as a heading. */
    DecisionId start(String markdown);

    /** A person puts this in the place of a decision that is there. */
    void edit(Held.Legible held, String markdown);

    /** A person throws it away. */
    void remove(Held held);

    /** Puts things of the decisions' kind on the issue that are none. */
    void clutter();

    /** The next write, and only that, suffers this. */
    void failNext(ReplicaContract.Trouble trouble);

    /** Calls that reached the tracker so far, whatever it answered. */
    int calls();
  }

  private Bench bench;

  /** A fresh bench for each test. */
  protected abstract Bench open() throws Exception;

  @BeforeEach
  void openBench() throws Exception {
    bench = open();
  }

  @Test
  void anIssueWithoutDecisionsHasAnEmptyLog() {
    assertThat(log(Set.of())).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void whatIsNoDecisionIsNotInTheLog() {
    bench.clutter();
    assertThat(log(Set.of())).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void whatAPersonBeganIsReadInOneCall() {
    DecisionId id = bench.start(RECORD);
    int calls = bench.calls();
    Held.Legible held = held(id, log(Set.of()));
    assertThat(bench.calls() - calls).isEqualTo(1);
    assertThat(held.decision().says(DecisionMarkdown.read(id, RECORD).decision())).isTrue();
  }

  @Test
  void aLookWithoutDecisionsSaysNothingAboutThem() {
    bench.start(RECORD);
    assertThat(present(bench.replica().read(bench.issue())).log()).isEmpty();
  }

  @Test
  void aNewDecisionIsWrittenInOneCallAndTheAnswerIsWhatARead() {
    int calls = bench.calls();
    Held answer = written(write(decision(RECORD), Optional.empty()));
    assertThat(bench.calls() - calls).isEqualTo(1);
    assertThat(log(Set.of(ID)).decisions()).containsExactly(java.util.Map.entry(ID, answer));
    assertThat(((Held.Legible) answer).decision().says(decision(RECORD))).isTrue();
  }

  @Test
  void writingTwiceLeavesOne() {
    written(write(decision(RECORD), Optional.empty()));
    Held again = written(write(decision(RECORD), Optional.empty()));
    assertThat(log(Set.of(ID)).decisions()).containsExactly(java.util.Map.entry(ID, again));
  }

  @Test
  void anEditIsWrittenInOneCallAndLeavesTheRestAsItIsWritten() {
    Held.Legible before = (Held.Legible) written(write(decision(RECORD), Optional.empty()));
    Decision edited = before.decision().withFact(Fact.STATUS, Passages.line("accepted"));
    int calls = bench.calls();
    Held answer = written(write(edited, Optional.of(before)));
    assertThat(bench.calls() - calls).isEqualTo(1);
    assertThat(answer).isEqualTo(log(Set.of(ID)).decisions().get(ID));
    Decision stands = ((Held.Legible) answer).decision();
    assertThat(stands.says(edited)).isTrue();
    assertThat(stands.body(Topic.CONTEXT)).isEqualTo(before.decision().body(Topic.CONTEXT));
  }

  @Test
  void anEditOfWhatAPersonBeganStaysOneDecision() {
    DecisionId id = bench.start(RECORD);
    Held.Legible before = held(id, log(Set.of()));
    Decision edited = before.decision().withTitle(Passages.line("Use MariaDB"));
    written(write(edited, Optional.of(before)));
    assertThat(held(id, log(Set.of(id))).decision().says(edited)).isTrue();
    assertThat(log(Set.of()).decisions()).hasSize(1);
  }

  @Test
  void aPersonsEditOfWhatWeWroteIsRead() {
    Held.Legible ours = (Held.Legible) written(write(decision(RECORD), Optional.empty()));
    String edited = RECORD.replace("Nobody", "Somebody");
    bench.edit(ours, edited);
    assertThat(held(ID, log(Set.of(ID))).decision().says(decision(edited))).isTrue();
  }

  @Test
  void aDecisionIsTakenAwayInOneCall() {
    Held held = written(write(decision(RECORD), Optional.empty()));
    int calls = bench.calls();
    assertThat(done(erase(held))).isEmpty();
    assertThat(bench.calls() - calls).isEqualTo(1);
    assertThat(log(Set.of(ID))).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void takingAwayTwiceIsTakingAwayOnce() {
    Held held = written(write(decision(RECORD), Optional.empty()));
    erase(held);
    assertThat(done(erase(held))).isEmpty();
  }

  @Test
  void whatAPersonThrewAwayIsNotThere() {
    DecisionId id = bench.start(RECORD);
    bench.remove(held(id, log(Set.of())));
    assertThat(log(Set.of(id))).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void whatWasThrownAwayAndIsWrittenAgainIsThereOnce() {
    Held ours = written(write(decision(RECORD), Optional.empty()));
    bench.remove(ours);
    Held again = written(write(decision(RECORD.replace("two", "three")), Optional.empty()));
    assertThat(log(Set.of(ID)).decisions()).containsExactly(java.util.Map.entry(ID, again));
    assertThat(((Held.Legible) again).decision().says(decision(RECORD.replace("two", "three"))))
        .isTrue();
  }

  @Test
  void whatAPersonBeganAndThrewAwayComesBackAsTheSame() {
    DecisionId id = bench.start(RECORD);
    Held.Legible begun = held(id, log(Set.of()));
    bench.remove(begun);
    written(write(begun.decision(), Optional.empty()));
    assertThat(log(Set.of(id)).decisions().keySet()).containsExactly(id);
    assertThat(held(id, log(Set.of())).original().ref()).isEqualTo(begun.original().ref());
  }

  @Test
  void aWriteToAnIssueThatNeverWasIsRejected() {
    var write = new DecisionChange.Write(decision(RECORD), Optional.empty());
    assertThat(failure(bench.replica().apply(bench.absent(), write)))
        .isInstanceOf(RemoteFailure.Rejected.class);
  }

  @Test
  void aWriteThatFailedBeforeItHappenedIsUnknownAndNotRepeated() {
    bench.failNext(ReplicaContract.Trouble.ERROR_BEFORE);
    assertThat(failure(write(decision(RECORD), Optional.empty())))
        .isInstanceOf(RemoteFailure.Unknown.class);
    assertThat(log(Set.of(ID))).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void aWriteThatFailedAfterItHappenedIsUnknownAndASecondOneFindsTheFirst() {
    bench.failNext(ReplicaContract.Trouble.ERROR_AFTER);
    assertThat(failure(write(decision(RECORD), Optional.empty())))
        .isInstanceOf(RemoteFailure.Unknown.class);
    Held second = written(write(decision(RECORD), Optional.empty()));
    assertThat(log(Set.of(ID)).decisions()).containsExactly(java.util.Map.entry(ID, second));
  }

  @Test
  void aRateLimitIsGivenBackWithItsTime() {
    bench.failNext(ReplicaContract.Trouble.RATE_LIMIT);
    assertThat(failure(write(decision(RECORD), Optional.empty())))
        .isInstanceOf(RemoteFailure.RateLimited.class);
    assertThat(log(Set.of(ID))).isEqualTo(DecisionLog.EMPTY);
  }

  @Test
  void manyDecisionsAreReadToTheLast() {
    Set<DecisionId> ids = new TreeSet<>();
    for (int i = 0; i < 53; i++) {
      DecisionId id = new DecisionId("many-" + i);
      ids.add(id);
      written(write(DecisionMarkdown.read(id, "# No. " + i + "\n").decision(), Optional.empty()));
    }
    assertThat(log(ids).decisions().keySet()).isEqualTo(ids);
  }

  @Test
  void aDecisionIsListedFromTheTimeOfItsLastChangeOn() {
    assumeTrue(bench.replica().listsDecisions());
    DecisionId id = bench.start(RECORD);
    Original begun = held(id, log(Set.of())).original();
    bench.edit(held(id, log(Set.of())), RECORD.replace("two", "three"));
    Original seen = held(id, log(Set.of())).original();
    Instant at = seen.at().orElseThrow();

    var listed = new ListedDecision(bench.issue(), seen.ref(), seen.at(), true, true);
    assertThat(listedSince(begun.at().orElseThrow())).containsExactly(listed);
    assertThat(listedSince(at)).containsExactly(listed);
    assertThat(listedSince(at.plusMillis(1))).isEmpty();
  }

  @Test
  void whatWasThrownAwayIsNotListedAsBeingThere() {
    assumeTrue(bench.replica().listsDecisions());
    DecisionId id = bench.start(RECORD);
    Held.Legible held = held(id, log(Set.of()));
    bench.remove(held);
    assertThat(listedSince(held.original().at().orElseThrow())).noneMatch(ListedDecision::isThere);
  }

  @Test
  void whereNoDecisionsAreListedNoCallIsMadeForThem() {
    assumeFalse(bench.replica().listsDecisions());
    DecisionId unused = bench.start(RECORD);
    int calls = bench.calls();
    assertThat(listedSince(Instant.EPOCH)).isEmpty();
    assertThat(bench.calls()).isEqualTo(calls);
  }

  private List<ListedDecision> listedSince(Instant since) {
    return done(bench.replica().decisionsSince(since, Cursor.START)).items();
  }

  private Outcome<Optional<Held>> write(Decision decision, Optional<Held> previous) {
    return bench
        .replica()
        .apply(bench.issue(), new DecisionChange.Write(decision, previous.map(Held::original)));
  }

  private Outcome<Optional<Held>> erase(Held held) {
    return bench.replica().apply(bench.issue(), new DecisionChange.Erase(ID, held.original()));
  }

  private DecisionLog log(Set<DecisionId> known) {
    return present(bench.replica().read(bench.issue(), known)).log().orElseThrow();
  }

  private static Held.Legible held(DecisionId id, DecisionLog log) {
    return (Held.Legible) log.decisions().get(id);
  }

  private static Decision decision(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }

  private static Held written(Outcome<Optional<Held>> outcome) {
    return done(outcome).orElseThrow();
  }

  private static Observation.Present present(Outcome<Observation> outcome) {
    return (Observation.Present) done(outcome);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T> done -> done.value();
      case Failed<T> failed -> throw new AssertionError(failed.failure());
    };
  }

  private static <T> RemoteFailure failure(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T> done -> throw new AssertionError("it went through: " + done.value());
      case Failed<T> failed -> failed.failure();
    };
  }
}
