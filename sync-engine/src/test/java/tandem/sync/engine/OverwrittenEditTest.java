package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.DecisionEvent;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.DecisionDispute;

/** Somebody edits a document between the engine's last look at it and the effect of its write. */
class OverwrittenEditTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final Decision OLD = titled("Use PostgreSQL");

  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);
  private Optional<Decision> window = Optional.empty();
  private Fault fault = Fault.NONE;

  @BeforeEach
  void settle() {
    world.left.edit(pair.left(), OLD);
    world.settle();
    world.right.faults(call -> call == Call.WRITE ? duringAWrite() : Fault.NONE);
  }

  private Fault duringAWrite() {
    window.ifPresent(edit -> {
      window = Optional.empty();
      world.advance(Duration.ofMillis(5));
      world.right.edit(pair.right(), edit);
    });
    Fault now = fault;
    fault = Fault.NONE;
    return now;
  }

  private static Decision titled(String title) {
    return Decision.blank(ID).withTitle(Passage.plain(title));
  }

  private static Decision spaced(Decision decision) {
    return decision.withFact(Fact.SPACE, Passage.plain("problem"));
  }

  private void overwrite(Decision unseen, String title) {
    window = Optional.of(unseen);
    world.left.edit(pair.left(), titled(title));
    world.deliver();
    world.run();
  }

  private Decision held(Side side) {
    Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
    return ((Held.Legible) held).decision();
  }

  private void assertBoth(Decision decision) {
    assertThat(held(Side.LEFT).says(decision)).as("left").isTrue();
    assertThat(held(Side.RIGHT).says(decision)).as("right").isTrue();
  }

  @Test
  @Tag("P08")
  void itComesBackOnBothSidesWhenTheWritesOwnEventTellsWhatItReplaced() {
    overwrite(spaced(OLD), "Use MySQL");
    assertBoth(titled("Use MySQL"));
    world.settle();
    assertBoth(spaced(titled("Use MySQL")));
    assertThat(world.links.decisions().allDisputes()).isEmpty();
    assertThat(world.queue.size()).isZero();
  }

  @Test
  @Tag("P08")
  void itComesBackAlsoWhereTheWriteHadNoAnswer() {
    fault = Fault.ERROR_AFTER;
    overwrite(spaced(OLD), "Use MySQL");
    world.settle();
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertBoth(spaced(titled("Use MySQL")));
  }

  /** Found by the simulation: the plan that brought it back was cut off after its first write. */
  @Test
  @Tag("P08")
  void whoReplacesItOnceItIsBackIsTheLastWordThoughTheOtherSideDoesNotHaveItYet() {
    overwriteLeft();
    world.right.faults(call -> call == Call.WRITE ? Fault.ERROR_BEFORE : Fault.NONE);
    world.settle();
    assertThat(held(Side.LEFT).says(spaced(titled("Use MySQL")))).isTrue();
    assertThat(held(Side.RIGHT).says(titled("Use MySQL"))).isTrue();
    world.right.faults(call -> Fault.NONE);
    world.advance(Duration.ofMillis(5));
    Decision outcome = titled("Use MySQL").withFact(Fact.SPACE, Passage.plain("outcome"));
    world.left.edit(pair.left(), outcome);
    world.settle();
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertBoth(outcome);
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  @Test
  @Tag("P08")
  void theSameEventsOnceMoreAreNoNews() {
    overwrite(spaced(OLD), "Use MySQL");
    DecisionEvent[] events = world.decisionEvents.toArray(DecisionEvent[]::new);
    world.settle();
    int writes = world.left.writes() + world.right.writes();
    for (DecisionEvent event : events) {
      world.deliver(event);
    }
    world.settle();
    assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
    assertBoth(spaced(titled("Use MySQL")));
  }

  @Test
  @Tag("P08")
  void inTheSamePlaceThePolicyDecidesAndBothAreKept() {
    world.policy(ConflictPolicy.PREFER_LEFT);
    overwrite(titled("Use Oracle"), "Use MySQL");
    world.settle();
    assertBoth(titled("Use MySQL"));
    DecisionDispute dispute = world.links.decisions().allDisputes().getFirst();
    assertThat(dispute.why()).isEqualTo("D07");
    assertThat(dispute.left()).isEqualTo("Use MySQL");
    assertThat(dispute.right()).isEqualTo("Use Oracle");
    assertThat(dispute.isOpen()).isFalse();
  }

  @Test
  @Tag("P08")
  void inTheSamePlaceAPersonMayHaveToChoose() {
    world.policy(ConflictPolicy.ASK);
    overwrite(titled("Use Oracle"), "Use MySQL");
    world.settle();
    assertThat(held(Side.LEFT).says(titled("Use MySQL"))).isTrue();
    assertThat(held(Side.RIGHT).says(titled("Use Oracle"))).isTrue();
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.settle();
    assertBoth(titled("Use MySQL"));
    assertThat(world.links.decisions().find(world.link(pair)).of(ID).disputes()).isEmpty();
  }

  @Test
  @Tag("D23")
  void whoEditsThePlaceOnceMoreIsTheLastWordAndTheOverwrittenEditIsKept() {
    overwrite(titled("Use Oracle"), "Use MySQL");
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use SQLite"));
    world.settle();
    assertBoth(titled("Use SQLite"));
    assertThat(world.links.decisions().allDisputes())
        .anySatisfy(dispute -> assertThat(dispute.right()).isEqualTo("Use Oracle"));
  }

  /** Its event leaves what our write left, too, but it is newer. */
  @Test
  @Tag("P08")
  void whoTakesAnEditBackIsNotTakenForOurWrite() {
    world.left.edit(pair.left(), titled("Use MySQL"));
    world.settle();
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use SQLite"));
    DecisionEvent unused = world.decisionEvents.remove();
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.settle();
    assertBoth(titled("Use MySQL"));
    assertThat(world.links.overwrites().open(world.link(pair))).isEmpty();
  }

  /** Found by the simulation: what this had replaced knowingly came back. */
  @Test
  @Tag("P08")
  void anEditsLateEventIsNotTakenForALaterWriteThatLeftTheSame() {
    world.right.edit(pair.right(), titled("Use Oracle"));
    world.right.edit(pair.right(), titled("Use SQLite"));
    DecisionEvent late = world.decisionEvents.removeLast();
    world.right.edit(pair.right(), spaced(titled("Use SQLite")));
    world.settle();
    world.left.edit(pair.left(), titled("Use SQLite"));
    world.settle();
    world.deliver(late);
    world.settle();
    assertBoth(titled("Use SQLite"));
    assertThat(world.links.overwrites().open(world.link(pair))).isEmpty();
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  /** Jira's event of a property does not tell what it replaced. */
  @Test
  @Tag("P08")
  void inTheLeftItIsWhatWasHeardJustBeforeTheWrite() {
    overwriteLeft();
    world.settle();
    assertBoth(spaced(titled("Use MySQL")));
    assertThat(world.links.decisions().allDisputes()).isEmpty();
    assertThat(world.queue.size()).isZero();
  }

  @Test
  @Tag("D24")
  void inTheLeftItIsOnlyKeptWhereItMayBeOlderThanWhatTheWritesPlanHadSeen() {
    world.left.edit(pair.left(), titled("Use SQLite"));
    world.decisionEvents.clear();
    world.intake.touched(World.SITE, Side.LEFT, pair.left());
    world.run();
    world.decisionEvents.clear();
    overwriteLeft();
    world.settle();
    assertBoth(titled("Use MySQL"));
    DecisionDispute dispute = world.links.decisions().allDisputes().getFirst();
    assertThat(dispute.why()).isEqualTo("D24");
    assertThat(dispute.left()).contains("problem");
    assertThat(dispute.isOpen()).isFalse();
  }

  @Test
  @Tag("P08")
  void whatAnEarlierWriteReplacedKnowinglyIsNotLostToALaterOneWhereItsEventIsMissing() {
    world.left.edit(pair.left(), titled("Use SQLite"));
    world.settle();
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.deliver();
    world.run();
    world.decisionEvents.removeIf(event -> event.side() == Side.LEFT);
    world.settle();
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use Oracle"));
    world.settle();
    assertBoth(titled("Use Oracle"));
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  @Test
  @Tag("P08")
  void whatWasHeardBeforeTheLookIsNotLostToTheWriteWhoeverReplacedItUnheard() {
    world.advance(Duration.ofSeconds(1));
    world.left.edit(pair.left(), spaced(OLD));
    world.decisionEvents.clear();
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.settle();
    assertBoth(spaced(titled("Use MySQL")));
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  /** Found by the simulation: what somebody had taken back came again. */
  @Test
  @Tag("P08")
  void whatWasTakenBackBeforeTheLookIsNotLostToTheWriteWhereItsEventsAreLate() {
    Deque<DecisionEvent> late = editLeftUnheard(titled("Use Oracle"), OLD);
    writeLeft();
    world.deliver(late.removeFirst());
    deliverOwn();
    world.deliver(late.removeFirst());
    world.settle();
    assertBoth(titled("Use MySQL"));
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  @Test
  @Tag("D24")
  void itIsOnlyKeptWhereTheEventOfTakingItBackIsMissing() {
    Decision twice = titled("Use SQLite");
    Deque<DecisionEvent> late = editLeftUnheard(twice, spaced(twice), twice);
    writeLeft();
    late.removeLast();
    late.forEach(world::deliver);
    world.settle();
    assertBoth(titled("Use MySQL"));
    assertThat(world.links.decisions().allDisputes())
        .extracting(DecisionDispute::why)
        .contains("D24");
  }

  private Deque<DecisionEvent> editLeftUnheard(Decision... edits) {
    for (Decision edit : edits) {
      world.advance(Duration.ofSeconds(1));
      world.left.edit(pair.left(), edit);
    }
    Deque<DecisionEvent> late = new ArrayDeque<>(world.decisionEvents);
    world.decisionEvents.clear();
    return late;
  }

  /** Of an edit in the right, whose event is the only one that arrives. */
  private void writeLeft() {
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.deliver(world.decisionEvents.removeLast());
    world.run();
  }

  private void deliverOwn() {
    List<DecisionEvent> own =
        world.decisionEvents.stream().filter(event -> event.news().of().ours()).toList();
    world.decisionEvents.removeAll(own);
    own.forEach(world::deliver);
  }

  private void overwriteLeft() {
    Decision unseen = spaced(held(Side.LEFT));
    boolean[] done = {false};
    world.left.faults(call -> {
      if (call == Call.WRITE && !done[0]) {
        done[0] = true;
        world.left.edit(pair.left(), unseen);
      }
      return Fault.NONE;
    });
    world.advance(Duration.ofSeconds(1));
    world.right.edit(pair.right(), titled("Use MySQL"));
    world.deliver();
    world.run();
  }

  /** Events may be lost; then nobody tells. */
  @Test
  void withoutTheEventNothingIsKnownOfIt() {
    overwrite(spaced(OLD), "Use MySQL");
    world.decisionEvents.clear();
    world.settle();
    assertBoth(titled("Use MySQL"));
  }
}
