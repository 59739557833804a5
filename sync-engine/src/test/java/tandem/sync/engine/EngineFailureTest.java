package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.C;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Side;
import tandem.sync.queue.Lease;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.RemoteFailure.RateLimited;
import tandem.sync.replica.RemoteFailure.RateScope;
import tandem.sync.store.Receipt;

class EngineFailureTest {
  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);

  @Test
  @Tag("F01")
  void aWriteThatHappenedWithoutAnAnswerIsReadBackAndNotRepeated() {
    failOnce(Call.WRITE, Fault.ERROR_AFTER);
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    world.run();
    world.events.clear();
    int writes = world.left.writes();
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.left.writes()).isEqualTo(writes);
    assertThat(world.tags(pair)).containsOnly(tags(B));
    assertThat(world.links.receipts(world.link(pair)))
        .singleElement()
        .extracting(Receipt::how)
        .isEqualTo(Receipt.How.READ_BACK);
  }

  @Test
  @Tag("F01")
  void anEditAfterAnUnansweredWriteIsNotMistakenForTheOlderOne() {
    failOnce(Call.WRITE, Fault.ERROR_AFTER);
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    world.run();
    world.edit(Side.RIGHT, pair, C);
    world.settle();
    assertThat(world.engine.tenantsDue())
        .as("a write that may still happen is waited for, whatever arrives")
        .isEmpty();
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
    assertThat(world.links.allConflicts()).isEmpty();
  }

  /** Found by a run of faults: no receipt named what the write had taken away. */
  @Test
  @Tag("F01")
  void whatAWriteMayHaveTakenAwayIsKeptWhereNothingTellsWhetherItDid() {
    failOnce(Call.WRITE, Fault.ERROR_AFTER);
    world.edit(Side.RIGHT, pair);
    world.deliver();
    world.run();
    world.edit(Side.LEFT, pair, B);
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
    Receipt doubtful =
        world.links.receipts(world.link(pair)).stream()
            .filter(it -> it.how() == Receipt.How.UNANSWERED)
            .findFirst()
            .orElseThrow();
    assertThat(doubtful.before()).isEqualTo(tags(A));
    assertThat(doubtful.side()).isEqualTo(Side.LEFT);
    assertThat(undo(doubtful)).isInstanceOf(Answer.Refused.class);
    assertThat(undo(lastKnown())).isEqualTo(new Answer.Given());
  }

  @Test
  @Tag("F01")
  void aWriteWithoutAnAnswerIsNotDoubtedWhereWhatItWasToTakeAwayIsFoundAgain() {
    failOnce(Call.WRITE, Fault.ERROR_BEFORE);
    world.edit(Side.RIGHT, pair);
    world.deliver();
    world.run();
    world.edit(Side.RIGHT, pair, A);
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(A));
    assertThat(world.links.receipts(world.link(pair))).allMatch(Receipt::isKnown);
  }

  private Answer undo(Receipt receipt) {
    return new Undo(world.durable, world::open)
        .receipt(SITE, world.link(pair), receipt.id(), "admin-1");
  }

  private Receipt lastKnown() {
    return world.links.receipts(world.link(pair)).stream()
        .filter(Receipt::isKnown)
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  /** Found by the simulation: the old tag, left over, was taken for a switch back to it. */
  @Test
  @Tag("F01")
  void theValueBesideTheOldTagDoesNotProveThatTheOldOneWasTakenAway() {
    world.edit(Side.RIGHT, pair, A, B);
    world.deliver();
    world.right.faults(call -> call == Call.WRITE ? Fault.ERROR_BEFORE : Fault.NONE);
    world.run();
    world.right.faults(call -> Fault.NONE);
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  /** Found by the simulation: a person's own choice beside the old tag passed for our write. */
  @Test
  @Tag("F04")
  void aPersonsChoiceOfTheSameIsNotTakenForAWriteThatWasRefused() {
    failOnce(Call.WRITE, Fault.RATE_LIMITED);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    world.edit(Side.LEFT, pair, A, B);
    world.advance(Duration.ofSeconds(30));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("F01")
  void anEditThatIsTakenBackAfterAnUnansweredWriteStaysTakenBack() {
    failOnce(Call.WRITE, Fault.ERROR_AFTER);
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    world.run();
    world.edit(Side.RIGHT, pair, A);
    world.advance(Duration.ofSeconds(10));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(A));
  }

  @Test
  @Tag("F02")
  void anOutageIsWaitedOut() {
    world.left.faults(call -> Fault.ERROR_BEFORE);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    for (int i = 0; i < 30; i++) {
      world.advance(Duration.ofMinutes(5));
      world.run();
    }
    assertThat(world.view(pair).quarantine()).isEmpty();
    world.left.faults(call -> Fault.NONE);
    world.advance(Duration.ofMinutes(5));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("F03")
  void aRejectedChangeIsSetAsideAndHoldsNobodyUp() {
    Pair other = world.settledPair("2", A);
    world.left.faults(call -> call == Call.WRITE ? Fault.REJECTED : Fault.NONE);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    for (int i = 0; i < 3; i++) {
      world.advance(Duration.ofMinutes(1));
      world.run();
    }
    assertThat(world.view(pair).quarantine())
        .contains("given up after 3 attempts: the tracker says no");
    world.left.faults(call -> Fault.NONE);
    world.edit(Side.RIGHT, other, C);
    world.settle();
    assertThat(world.tags(other)).containsOnly(tags(C));
    assertThat(world.tags(pair)).containsExactly(tags(A), tags(B));
    assertThat(world.engine.replay(SITE, world.link(pair))).isTrue();
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("F03")
  void aWriteWithoutEffectIsSetAsideAndNotRepeatedForEver() {
    world.left.faults(call -> call == Call.WRITE ? Fault.NO_EFFECT : Fault.NONE);
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    for (int i = 0; i < 6; i++) {
      world.run();
      world.advance(Duration.ofMinutes(1));
    }
    assertThat(world.left.writes()).as("one an attempt").isEqualTo(3);
    assertThat(world.view(pair).quarantine().orElseThrow()).contains("no effect");
  }

  @Test
  @Tag("F03")
  void anOutageDoesNotUseUpTheAttemptsOfARejection() {
    world.left.faults(call -> Fault.ERROR_BEFORE);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    for (int i = 0; i < 20; i++) {
      world.advance(Duration.ofMinutes(5));
      world.run();
    }
    failOnce(Call.WRITE, Fault.REJECTED);
    world.advance(Duration.ofMinutes(5));
    world.run();
    assertThat(world.view(pair).quarantine()).isEmpty();
    world.advance(Duration.ofSeconds(2));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("F04")
  void aRateLimitOnAnIssueStopsThatLinkOnly() {
    Pair other = world.settledPair("2", A);
    failOnce(Call.WRITE, Fault.RATE_LIMITED);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    assertThat(world.left.tags(pair.left())).isEqualTo(tags(A));
    world.edit(Side.RIGHT, other, C);
    world.settle();
    assertThat(world.tags(other)).containsOnly(tags(C));
    world.intake.touched(SITE, Side.RIGHT, pair.right());
    assertThat(world.engine.tenantsDue()).as("an event does not cut it short").isEmpty();
    world.advance(Duration.ofSeconds(30));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F05")
  @Tag("F06")
  void aRateLimitOfAnyScopeLetsTheLinkWaitUntilTheNamedTime(RateScope scope) {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    var claim = world.queue.claim(SITE, 1, Lease.of("one", world.instant())).getFirst();
    new Aftermath(world.durable, claim)
        .of(new RateLimited(scope, world.instant().plusSeconds(60), "asked to wait"));
    world.intake.touched(SITE, Side.RIGHT, pair.right());
    assertThat(world.engine.tenantsDue()).isEmpty();
    world.advance(Duration.ofSeconds(60));
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("F07")
  void goneAccessPausesTheTenantUntilANewGrant() {
    world.left.faults(call -> Fault.ACCESS_GONE);
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    assertThat(world.engine.tenantsDue()).isEmpty();
    assertThat(world.queue.stopped(SITE, world.instant()).orElseThrow().why())
        .isEqualTo("the grant was revoked");
    int calls = world.calls();
    world.edit(Side.RIGHT, pair, C);
    world.settle();
    assertThat(world.calls()).as("calls while paused").isEqualTo(calls);
    world.left.faults(call -> Fault.NONE);
    world.engine.resume(SITE);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(C));
  }

  @Test
  @Tag("F08")
  void aFaultOfOursIsContainedAndSetAside() {
    world.onOpen(mapping -> {
      throw new IllegalStateException("a defect");
    });
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    for (int i = 0; i < 5; i++) {
      world.run();
      world.advance(Duration.ofMinutes(5));
    }
    assertThat(world.view(pair).quarantine().orElseThrow())
        .isEqualTo(
            "given up after 5 attempts: a fault in Tandem (IllegalStateException), see the log");
  }

  @Test
  void aWorkerWhoseLeaseRanOutDuringACallKeepsNothingAndWritesNothingMore() {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    AtomicInteger edges = new AtomicInteger();
    AtomicInteger receipts = new AtomicInteger();
    world.left.midCall(() -> {
      if (edges.incrementAndGet() == 2) {
        world.advance(Lease.LENGTH.plusSeconds(1));
        world.run();
        receipts.set(world.links.receipts(world.link(pair)).size());
      }
    });
    RunReport report = world.engine.runDue(SITE, 10);
    assertThat(report.lost()).isEqualTo(1);
    assertThat(receipts).as("the other worker did it meanwhile").hasValue(1);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(B));
    assertThat(world.links.receipts(world.link(pair))).hasSize(1);
    assertThat(world.left.writes()).isEqualTo(1);
  }

  @Test
  void aWorkerWhoseLeaseRanOutBeforeItWritesDoesNotWrite() {
    world.edit(Side.RIGHT, pair, B);
    world.deliver();
    AtomicInteger times = new AtomicInteger();
    world.database.onCommit(
        () -> {},
        () -> {
          if (world.left.reads() == 1 && times.getAndIncrement() == 0) {
            world.advance(Lease.LENGTH.plusSeconds(1));
            world.edit(Side.RIGHT, pair, C);
            world.settle();
          }
        });
    RunReport report = world.engine.runDue(SITE, 10);
    assertThat(report.lost()).isEqualTo(1);
    assertThat(report.writes()).isZero();
    assertThat(world.left.writes()).as("the other worker's").isEqualTo(1);
    assertThat(world.tags(pair)).containsOnly(tags(C));
  }

  private void failOnce(Call which, Fault fault) {
    AtomicInteger left = new AtomicInteger(1);
    world.left.faults(call -> call == which && left.getAndDecrement() > 0 ? fault : Fault.NONE);
  }
}
