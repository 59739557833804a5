package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.C;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.World.Event;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.BackfillCounts;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Receipt;

class EngineTest {
  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);
  private final int callsBefore = world.calls();

  @ParameterizedTest
  @EnumSource
  void aChangedTagIsMirroredWithOneReadAndOneWrite(Side side) {
    world.edit(side, pair, B);
    RunReport report = world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
    assertThat(report.reads()).isEqualTo(1);
    assertThat(report.writes()).isEqualTo(1);
    assertThat(report.settled()).isEqualTo(1);
    assertThat(world.calls() - callsBefore).as("remote calls, the echo included").isEqualTo(2);
    assertThat(world.view(pair).agreed().orElseThrow().budget()).contains(B);
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  void theEchoOfAWriteMarksNothingDirty() {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    world.run();
    Event echo = world.events.remove();
    assertThat(echo.side()).isEqualTo(Side.LEFT);
    assertThat(world.deliver(echo)).isZero();
    assertThat(world.queue.size()).isZero();
  }

  @Test
  void anEchoThatOvertakesTheAnswerCostsNoCall() {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    world.left.midCall(world::deliver);
    RunReport report = world.settle();
    assertThat(world.calls() - callsBefore).isEqualTo(2);
    assertThat(report.unchanged()).as("the turn that the echo caused").isEqualTo(1);
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void repeatedAndLateEventsCauseNoCallAtAll() {
    world.edit(Side.RIGHT, pair, B);
    Event first = world.events.peek();
    world.edit(Side.RIGHT, pair, C);
    world.settle();
    int calls = world.calls();
    assertThat(world.deliver(first)).isZero();
    world.settle();
    assertThat(world.calls()).isEqualTo(calls);
    assertThat(world.tags(pair)).containsOnly(tags(C));
  }

  @Test
  void newsWithoutContentIsReadOnce() {
    world.edit(Side.RIGHT, pair, B);
    world.events.clear();
    assertThat(world.intake.touched(SITE, Side.RIGHT, pair.right())).isEqualTo(1);
    RunReport report = world.settle();
    assertThat(report.reads()).isEqualTo(2);
    assertThat(report.writes()).isEqualTo(1);
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  /** Found by the simulation: an event that its own author had overtaken won a conflict. */
  @Test
  void newsThatWasOvertakenDoesNotWinAConflict() {
    world.policy(ConflictPolicy.PREFER_RIGHT);
    world.edit(Side.RIGHT, pair, B);
    Event overtaken = world.events.poll();
    world.edit(Side.RIGHT, pair, A);
    world.events.clear();
    world.edit(Side.LEFT, pair, C);
    world.deliver(overtaken);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
    assertThat(world.links.allConflicts()).isEmpty();
  }

  /** Found by the simulation: the chosen tag passed for a write that never happened. */
  @Test
  @Tag("S09")
  void whatBothSidesChoseStandsThoughTheTrackerRefusedToTidyUpBesideIt() {
    world.policy(ConflictPolicy.PREFER_RIGHT);
    world.edit(Side.RIGHT, pair, B, C);
    world.edit(Side.LEFT, pair, B);
    world.right.faults(call -> call == Call.WRITE ? Fault.RATE_LIMITED : Fault.NONE);
    world.settle();
    world.right.faults(call -> Fault.NONE);
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  /** Found by the simulation: it got a receipt of a write that never happened, and lost. */
  @Test
  @Tag("S10")
  void anEditToWhatAnOlderRefusedWriteWantedIsAPersonsEdit() {
    world.right.faults(call -> call == Call.WRITE ? Fault.RATE_LIMITED : Fault.NONE);
    world.edit(Side.LEFT, pair, C);
    world.settle();
    world.right.faults(call -> Fault.NONE);
    world.left.faults(call -> call == Call.WRITE ? Fault.ERROR_AFTER : Fault.NONE);
    world.advance(Duration.ofMinutes(1));
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    world.left.faults(call -> Fault.NONE);
    assertThat(world.left.tags(pair.left())).as("the later one came through").isEqualTo(tags(B));
    world.edit(Side.RIGHT, pair, C);
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
    assertThat(world.links.receipts(world.link(pair)))
        .as("writes that happened")
        .extracting(Receipt::side, Receipt::after)
        .containsExactly(tuple(Side.LEFT, Draw.on(B)), tuple(Side.LEFT, Draw.on(C)));
  }

  /** Found by the simulation: the write, forgotten, came back as a person's edit. */
  @Test
  void aWriteWithoutAnAnswerIsNotForgottenBecauseTheSidesLookAlikeNow() {
    world.edit(Side.RIGHT, pair);
    world.edit(Side.LEFT, pair, A, B);
    int[] calls = {0};
    world.left.midCall(() -> {
      if (++calls[0] == 3) {
        world.edit(Side.LEFT, pair);
      }
    });
    world.right.faults(call -> call == Call.WRITE ? Fault.ERROR_AFTER : Fault.NONE);
    world.deliver();
    world.run();
    world.right.faults(call -> Fault.NONE);
    assertThat(world.right.tags(pair.right())).isEqualTo(tags(B));
    world.advance(Duration.ofMinutes(1));
    world.settle();
    assertThat(world.tags(pair)).as("cleared by a person on both sides").containsOnly(tags());
  }

  @Test
  void newsThatArrivesDuringTheReadIsNotTakenForRead() {
    world.edit(Side.RIGHT, pair, B);
    world.intake.touched(SITE, Side.RIGHT, pair.right());
    int[] edges = {0};
    world.right.midCall(() -> {
      if (++edges[0] == 2) {
        world.edit(Side.RIGHT, pair, C);
        world.intake.touched(SITE, Side.RIGHT, pair.right());
      }
    });
    world.run();
    assertThat(world.tags(pair)).as("though no event with content came").containsOnly(tags(C));
  }

  @Test
  void anIssueWithoutALinkIsNoNews() {
    assertThat(world.intake.touched(SITE, Side.LEFT, pair.right())).isZero();
  }

  @Test
  void theReceiptTellsWhatWasThereAndWhy() {
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    List<Receipt> receipts = world.links.receipts(world.link(pair));
    assertThat(receipts).hasSize(1);
    Receipt receipt = receipts.getFirst();
    assertThat(receipt.side()).isEqualTo(Side.LEFT);
    assertThat(receipt.before()).isEqualTo(tags(A));
    assertThat(receipt.after()).isEqualTo(Draw.on(B));
    assertThat(receipt.why()).isEqualTo("R02");
    assertThat(receipt.how()).isEqualTo(Receipt.How.ANSWERED);
    assertThat(receipt.lag().abs()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void anEditOfTheTargetThatNoEventToldOfIsNoticedBeforeItIsOverwritten() {
    world.edit(Side.RIGHT, pair, B);
    world.edit(Side.LEFT, pair, C);
    world.events.removeLast();
    RunReport report = world.settle();
    assertThat(report.conflicts()).isEqualTo(1);
    assertThat(world.tags(pair)).as("the later one wins").containsOnly(tags(C));
    assertThat(world.links.allConflicts().getFirst().right()).isEqualTo(tags(B));
  }

  @Test
  void anEditBetweenTheReadAndTheWriteIsNotLost() {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    beforeCall(3, () -> world.edit(Side.LEFT, pair, C));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
  }

  @Test
  void anEditThatMeetsTheWriteIsNotTakenForOneThatKnewIt() {
    world.policy(ConflictPolicy.ASK);
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    beforeCall(3, () -> world.edit(Side.LEFT, pair, C));
    RunReport report = world.settle();
    assertThat(report.conflicts()).isEqualTo(1);
    assertThat(world.view(pair).conflicts().getFirst().row()).isEqualTo("R08");
  }

  /** No tracker tells what stood there between the look and the write; its answer does. */
  @Test
  @Tag("R20")
  void aSwitchThatIsTakenBackWhileItsOldTagIsTakenAwayIsKeptInAConflict() {
    world.edit(Side.LEFT, pair, A, B);
    world.deliver();
    beforeCall(3, () -> world.edit(Side.LEFT, pair, A));
    world.settle();
    ConflictRecord kept = world.links.allConflicts().getFirst();
    assertThat(kept.why()).isEqualTo("R20");
    assertThat(kept.left()).isEqualTo(tags(A));
  }

  private void beforeCall(int number, Runnable edit) {
    int[] calls = {0};
    world.left.midCall(() -> {
      if (++calls[0] == number) {
        edit.run();
      }
    });
  }

  @Test
  void aConflictThatAPersonHasToSettleStaysOpenAndCostsNothing() {
    world.policy(ConflictPolicy.ASK);
    world.edit(Side.RIGHT, pair, B);
    world.edit(Side.LEFT, pair, C);
    RunReport report = world.settle();
    assertThat(report.writes()).isZero();
    assertThat(report.conflicts()).isEqualTo(1);
    assertThat(world.tags(pair)).containsExactly(tags(C), tags(B));
    assertThat(world.view(pair).conflicts()).hasSize(1);
    assertThat(world.view(pair).conflicts().getFirst().row()).isEqualTo("R08");
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  void aPersonSettlesAnOpenConflictByEditingEitherSide() {
    world.policy(ConflictPolicy.ASK);
    world.edit(Side.RIGHT, pair, B);
    world.edit(Side.LEFT, pair, C);
    world.settle();
    world.edit(Side.RIGHT, pair, C);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
    assertThat(world.view(pair).conflicts()).isEmpty();
    assertThat(world.view(pair).agreed().orElseThrow().budget()).contains(C);
  }

  @Test
  @Tag("G01")
  void aGoneIssueClearsNothingOnTheOtherSide() {
    world.right.delete(pair.right());
    world.intake.touched(SITE, Side.RIGHT, pair.right());
    world.edit(Side.LEFT, pair, B);
    RunReport report = world.settle();
    assertThat(report.writes()).isZero();
    assertThat(world.left.tags(pair.left())).isEqualTo(tags(B));
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  @Tag("G02")
  void anIssueThatIsSeenAgainIsReconciledAgainstTheBase() {
    world.edit(Side.LEFT, pair, B);
    Event leftNews = world.events.remove();
    world.links.gone(world.link(pair), Side.RIGHT);
    world.deliver(leftNews);
    world.run();
    assertThat(world.right.tags(pair.right())).isEqualTo(tags(A));
    world.intake.touched(SITE, Side.RIGHT, pair.right());
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void aPausedMappingKeepsItsWorkAndGoesOnWhenResumed() {
    world.pause("the admin paused it");
    world.edit(Side.RIGHT, pair, B);
    RunReport report = world.settle();
    assertThat(report.postponed()).isEqualTo(1);
    assertThat(world.calls()).isEqualTo(callsBefore);
    assertThat(world.engine.tenantsDue()).isEmpty();
    world.unpause();
    world.engine.resume(SITE);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  void aBackfillWithNothingToDoMakesNoCallButTheListings() {
    BackfillCounts found = world.backfill.run(SITE, World.MAPPING, Instant.EPOCH).counts();
    RunReport report = world.settle();
    assertThat(found.linked()).isEqualTo(1);
    assertThat(found.created()).isZero();
    assertThat(report).isEqualTo(RunReport.NOTHING);
    assertThat(world.calls()).isEqualTo(callsBefore);
  }
}
