package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.SITE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.ChooseDecision.Which;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionState;
import tandem.sync.store.Rulings.Ending;

/** A person answers what is open about decisions and takes applied changes back. */
class DecisionRulingTest {
  private static final String ADMIN = "admin-1";
  private static final DecisionId ID = new DecisionId("d-1");

  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);
  private final ChooseDecision choose = new ChooseDecision(world.durable);
  private final Undo undo = new Undo(world.durable, world::open);

  @Test
  @Tag("D21")
  void theChosenSideIsWrittenToTheOtherAsAWhole() {
    openConflict();
    assertThat(choose.side(which(), Side.RIGHT, ADMIN)).isEqualTo(new Answer.Given());
    RunReport report = world.settle();
    assertThat(held(Side.LEFT).says(titled("Use Oracle"))).isTrue();
    assertThat(report.writes()).isEqualTo(1);
    assertThat(report.conflicts()).isZero();
    assertThat(state().disputes()).isEmpty();
    assertThat(world.links.decisions().allDisputes())
        .singleElement()
        .satisfies(it -> assertThat(it.chosen()).contains(Side.RIGHT));
    assertThat(receipts().getLast().intent().why()).isEqualTo("D21");
    assertThat(world.links.decisions().endings()).containsExactly(Ending.DONE);
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  @Tag("L01")
  void anEditAfterTheChoiceWinsOverIt() {
    openConflict();
    choose.side(which(), Side.RIGHT, ADMIN);
    edit(Side.LEFT, titled("Use PostgreSQL"));
    world.settle();
    assertThat(held(Side.RIGHT).says(titled("Use Oracle"))).isTrue();
    assertThat(world.links.decisions().endings()).containsExactly(Ending.LAPSED);
  }

  @Test
  @Tag("D21")
  void aChoiceThatIsCutOffIsFinished() {
    openConflict();
    choose.side(which(), Side.RIGHT, ADMIN);
    world.left.faults(call -> call == Call.WRITE ? Fault.ERROR_AFTER : Fault.NONE);
    world.run();
    world.left.faults(call -> Fault.NONE);
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertThat(held(Side.LEFT).says(titled("Use Oracle"))).isTrue();
    assertThat(world.links.decisions().endings()).containsExactly(Ending.DONE);
  }

  @Test
  void withoutAnOpenConflictThereIsNothingToChoose() {
    edit(Side.LEFT, titled("Use PostgreSQL"));
    world.settle();
    assertThat(refusal(choose.side(which(), Side.LEFT, ADMIN))).contains("no open conflict");
    assertThat(refusal(choose.again(which()))).contains("not set aside");
  }

  @Test
  @Tag("D19")
  void whatCannotBeReadIsNotChosenOver() {
    world.left.editText(pair.left(), ID, "nonsense");
    world.settle();
    assertThat(refusal(choose.side(which(), Side.RIGHT, ADMIN))).contains("never overwritten");
  }

  @Test
  @Tag("D20")
  void whatWasSetAsideIsTriedAgainWhenAPersonSaysSo() {
    world.right.faults(call -> call == Call.WRITE ? Fault.REJECTED : Fault.NONE);
    edit(Side.LEFT, titled("Use PostgreSQL"));
    for (int i = 0; i < 5; i++) {
      world.settle();
      world.advance(Duration.ofMinutes(1));
    }
    assertThat(refusal(choose.side(which(), Side.LEFT, ADMIN))).contains("refuses");
    world.right.faults(call -> Fault.NONE);
    assertThat(choose.again(which())).isEqualTo(new Answer.Given());
    world.settle();
    assertThat(held(Side.RIGHT).says(titled("Use PostgreSQL"))).isTrue();
    assertThat(state().disputes()).isEmpty();
  }

  @Test
  @Tag("D22")
  void anUndoneChangeIsSetBackOnBothSides() {
    mirror(titled("Use PostgreSQL"));
    mirror(titled("Use MySQL"));
    assertThat(undo.receipt(SITE, world.link(pair), receipts().getLast().id(), ADMIN))
        .isEqualTo(new Answer.Given());
    world.settle();
    for (Side side : Side.values()) {
      assertThat(held(side).says(titled("Use PostgreSQL"))).isTrue();
    }
    assertThat(receipts()).extracting(it -> it.intent().why()).endsWith("D22", "D22");
    assertThat(state().intents()).isEmpty();
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  @Tag("D22")
  void anUndoneDeletionBringsTheDecisionBack() {
    mirror(titled("Use PostgreSQL"));
    world.left.remove(pair.left(), ID);
    world.settle();
    undo.receipt(SITE, world.link(pair), receipts().getLast().id(), ADMIN);
    world.settle();
    for (Side side : Side.values()) {
      assertThat(held(side).says(titled("Use PostgreSQL"))).isTrue();
    }
  }

  @Test
  void aCreationIsNotUndone() {
    mirror(titled("Use PostgreSQL"));
    assertThat(refusal(undo.receipt(SITE, world.link(pair), receipts().getFirst().id(), ADMIN)))
        .contains("by hand");
  }

  @Test
  void whatWasChangedSinceIsNotSetBackButNamed() {
    mirror(titled("Use PostgreSQL"));
    mirror(titled("Use MySQL"));
    mirror(titled("Use SQLite"));
    long first = receipts().get(1).id();
    assertThat(refusal(undo.receipt(SITE, world.link(pair), first, ADMIN)))
        .isEqualTo(
            "It was changed again since: now \"Use SQLite\" stands in LEFT-1"
                + " and \"Use SQLite\" in RIGHT-1.");
  }

  @Test
  @Tag("L01")
  void anEditThatNoEventToldOfIsNotOverwrittenByAnUndo() {
    mirror(titled("Use PostgreSQL"));
    mirror(titled("Use MySQL"));
    undo.receipt(SITE, world.link(pair), receipts().getLast().id(), ADMIN);
    edit(Side.RIGHT, titled("Use MySQL").withFact(Fact.SPACE, Passage.plain("both")));
    world.decisionEvents.clear();
    world.settle();
    assertThat(held(Side.LEFT).fact(Fact.SPACE)).isPresent();
    assertThat(held(Side.LEFT).title().written()).isEqualTo("Use MySQL");
    assertThat(world.links.decisions().endings()).containsExactly(Ending.LAPSED);
  }

  @Test
  void anotherTenantsDecisionIsUnknown() {
    openConflict();
    InstallationId stranger = new InstallationId(99);
    Which theirs = new Which(stranger, world.link(pair), ID);
    assertThat(choose.side(theirs, Side.LEFT, ADMIN)).isEqualTo(new Answer.Unknown());
    assertThat(choose.again(theirs)).isEqualTo(new Answer.Unknown());
    Which none = new Which(SITE, world.link(pair), new DecisionId("none"));
    assertThat(choose.side(none, Side.LEFT, ADMIN)).isEqualTo(new Answer.Unknown());
  }

  private void openConflict() {
    mirror(titled("Use PostgreSQL"));
    world.policy(ConflictPolicy.ASK);
    edit(Side.LEFT, titled("Use MySQL"));
    edit(Side.RIGHT, titled("Use Oracle"));
    world.settle();
    assertThat(state().disputes()).hasSize(1);
  }

  private void mirror(Decision decision) {
    edit(Side.LEFT, decision);
    world.settle();
  }

  private void edit(Side side, Decision decision) {
    world.advance(Duration.ofMillis(10));
    world.tracker(side).edit(pair.issue(side), decision);
  }

  private Which which() {
    return new Which(SITE, world.link(pair), ID);
  }

  private DecisionState state() {
    return world.links.decisions().find(world.link(pair)).of(ID);
  }

  private List<DecisionReceipt> receipts() {
    return world.links.decisions().receipts(world.link(pair));
  }

  private Decision held(Side side) {
    Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
    return ((Held.Legible) held).decision();
  }

  private static Decision titled(String title) {
    return Decision.blank(ID).withTitle(Passage.plain(title));
  }

  private static String refusal(Answer answer) {
    return ((Answer.Refused) answer).why();
  }
}
