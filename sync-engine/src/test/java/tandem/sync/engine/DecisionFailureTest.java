package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionState;
import tandem.sync.store.Receipt;

class DecisionFailureTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final DecisionId OTHER = new DecisionId("d-2");

  /** A history that is played to its end once for every moment at which the process may die. */
  private record Drama(Consumer<Stage> before, Consumer<Stage> afterDeath, Consumer<Stage> end) {}

  /** One world with a settled decision. */
  private static final class Stage {
    final World world = new World();
    final Pair pair = world.settledPair("1", A);
    private int moments;

    /** When the process died, the edit of the left stood in the right. */
    boolean arrived;

    Stage() {
      world.left.edit(pair.left(), titled("Use PostgreSQL"));
      world.settle();
    }

    /** False where the history was over before that moment came. */
    boolean dieAt(int moment) {
      Runnable mayDie =
          () -> {
            if (++moments == moment) {
              throw new Crash();
            }
          };
      world.left.midCall(mayDie);
      world.right.midCall(mayDie);
      world.database.onCommit(mayDie, mayDie);
      boolean died = dies();
      world.left.midCall(() -> {});
      world.right.midCall(() -> {});
      world.database.onCommit(() -> {}, () -> {});
      return died;
    }

    private boolean dies() {
      try {
        world.settle();
        return false;
      } catch (Crash dead) {
        return true;
      } catch (CompletionException wrapped) {
        if (wrapped.getCause() instanceof Crash) {
          return true;
        }
        throw wrapped;
      }
    }

    /** Events that died with the process came to nothing; a sweep would find them. */
    void restart() {
      world.intake.touched(SITE, Side.LEFT, pair.left());
      world.intake.touched(SITE, Side.RIGHT, pair.right());
      world.advance(Duration.ofMinutes(2));
      world.settle();
      world.advance(Duration.ofMinutes(2));
      world.settle();
    }

    void edit(Side side, Decision decision) {
      world.advance(Duration.ofMillis(5));
      world.tracker(side).edit(pair.issue(side), decision);
    }

    Decision held(Side side) {
      Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
      return ((Held.Legible) held).decision();
    }

    /** What the right held in any conflict. */
    List<String> disputes() {
      return world.links.decisions().allDisputes().stream().map(DecisionDispute::right).toList();
    }

    DecisionState state() {
      return state(ID);
    }

    DecisionState state(DecisionId id) {
      return world.links.decisions().find(world.link(pair)).of(id);
    }

    List<DecisionReceipt> receipts() {
      return world.links.decisions().receipts(world.link(pair));
    }

    void assertQuiet() {
      assertThat(state().intents()).isEmpty();
      assertThat(world.queue.size()).isZero();
      assertThat(world.right.decisions(pair.right())).isLessThanOrEqualTo(1);
      int writes = world.left.writes() + world.right.writes();
      restart();
      assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
    }
  }

  @Test
  @Tag("P02")
  void twoEditsAreMergedWheneverTheProcessDies() {
    everywhere(
        new Drama(
            stage -> {
              stage.edit(Side.LEFT, titled("Use MySQL"));
              stage.edit(Side.RIGHT, accepted("Use PostgreSQL"));
            },
            stage -> {},
            stage -> assertBoth(stage, accepted("Use MySQL"))));
  }

  @Test
  @Tag("P04")
  void anEditThatIsMadeWhileTheProcessIsDeadIsMergedToo() {
    everywhere(
        new Drama(
            stage -> {
              stage.edit(Side.LEFT, titled("Use MySQL"));
              stage.edit(Side.RIGHT, accepted("Use PostgreSQL"));
            },
            stage ->
                stage.edit(
                    Side.RIGHT, stage.held(Side.RIGHT).withFact(Fact.SPACE, Passage.plain("both"))),
            stage ->
                assertBoth(
                    stage, accepted("Use MySQL").withFact(Fact.SPACE, Passage.plain("both")))));
  }

  /** Where the first one had arrived, the second one is made in its knowledge. */
  @Test
  @Tag("P03")
  void aSecondEditOfTheSamePlaceNeverLosesAgainstTheFirst() {
    everywhere(
        new Drama(
            stage -> stage.edit(Side.LEFT, titled("Use MySQL")),
            stage -> stage.edit(Side.LEFT, titled("Use SQLite")),
            stage -> assertBoth(stage, titled("Use SQLite"))));
  }

  @Test
  @Tag("P03")
  void anEditOfTheWrittenSideWhileTheProcessIsDeadIsInTheOutcomeOrInTheConflict() {
    everywhere(
        new Drama(
            stage -> stage.edit(Side.LEFT, titled("Use MySQL")),
            stage -> {
              stage.arrived = stage.held(Side.RIGHT).says(titled("Use MySQL"));
              stage.edit(Side.RIGHT, titled("Use Oracle"));
            },
            stage -> {
              boolean inTheOutcome = stage.held(Side.LEFT).says(titled("Use Oracle"));
              assertThat(stage.held(Side.RIGHT).says(stage.held(Side.LEFT))).isTrue();
              assertThat(inTheOutcome || stage.disputes().contains("Use Oracle")).isTrue();
              boolean knewTheFirst = stage.arrived;
              assertThat(inTheOutcome || !knewTheFirst).as("who knew the first edit wins").isTrue();
            }));
  }

  @Test
  @Tag("P06")
  void aDeletionGoesThroughWheneverTheProcessDies() {
    everywhere(
        new Drama(
            stage -> stage.world.left.remove(stage.pair.left(), ID),
            stage -> {},
            stage -> {
              assertThat(stage.world.right.decisions(stage.pair.right())).isZero();
              assertThat(stage.world.left.decisions(stage.pair.left())).isZero();
              assertThat(stage.state().isTombstone()).isTrue();
            }));
  }

  @Test
  void aConflictIsAnsweredOnceWheneverTheProcessDies() {
    everywhere(
        new Drama(
            stage -> {
              stage.world.policy(ConflictPolicy.PREFER_LEFT);
              stage.edit(Side.LEFT, titled("Use MySQL"));
              stage.edit(Side.RIGHT, titled("Use Oracle"));
            },
            stage -> {},
            stage -> {
              assertBoth(stage, titled("Use MySQL"));
              assertThat(stage.world.links.decisions().allDisputes()).hasSize(1);
              assertThat(stage.receipts()).hasSize(2);
            }));
  }

  @Test
  void aCreationIsNotDoubledWheneverTheProcessDies() {
    everywhere(
        new Drama(
            stage ->
                stage.world.left.edit(
                    stage.pair.left(), Decision.blank(OTHER).withTitle(Passage.plain("Another"))),
            stage -> {},
            stage -> {
              assertThat(stage.world.right.decisions(stage.pair.right())).isEqualTo(2);
              assertThat(stage.world.left.decisions(stage.pair.left())).isEqualTo(2);
              stage.world.right.remove(stage.pair.right(), OTHER);
              stage.world.settle();
            }));
  }

  private static void everywhere(Drama drama) {
    int moment = 0;
    boolean died = true;
    while (died) {
      Stage stage = new Stage();
      drama.before().accept(stage);
      died = stage.dieAt(++moment);
      drama.afterDeath().accept(stage);
      stage.restart();
      drama.end().accept(stage);
      stage.assertQuiet();
    }
    assertThat(moment).as("moments at which it died").isGreaterThan(10);
  }

  private static void assertBoth(Stage stage, Decision decision) {
    assertThat(stage.held(Side.LEFT).says(decision)).as("left").isTrue();
    assertThat(stage.held(Side.RIGHT).says(decision)).as("right").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ERROR_BEFORE", "ERROR_AFTER"})
  @Tag("F01")
  void aWriteWithoutAnAnswerIsReadBackBeforeAnythingIsWritten(Fault fault) {
    Stage stage = new Stage();
    stage.edit(Side.LEFT, titled("Use MySQL"));
    failOnce(stage, fault);
    stage.world.settle();
    int writes = stage.world.right.writes();
    stage.world.advance(Duration.ofSeconds(9));
    stage.world.settle();
    assertThat(stage.world.right.writes()).as("it may still happen").isEqualTo(writes);
    stage.world.advance(Duration.ofSeconds(2));
    stage.world.settle();
    assertBoth(stage, titled("Use MySQL"));
    assertThat(stage.receipts().getLast().how())
        .isEqualTo(fault == Fault.ERROR_AFTER ? Receipt.How.READ_BACK : Receipt.How.ANSWERED);
    assertThat(stage.receipts()).as("one for the creation, one for the edit").hasSize(2);
    stage.assertQuiet();
  }

  @Test
  @Tag("P07")
  void aWriteThatTheTrackerRefusedIsNotDoubted() {
    Stage stage = new Stage();
    stage.edit(Side.LEFT, titled("Use MySQL"));
    failOnce(stage, Fault.RATE_LIMITED);
    stage.world.settle();
    stage.edit(Side.RIGHT, titled("Use SQLite"));
    stage.world.advance(Duration.ofMinutes(1));
    stage.world.settle();
    assertBoth(stage, titled("Use SQLite"));
    assertThat(stage.receipts()).allMatch(DecisionReceipt::isKnown);
  }

  /** Found by a run of faults: no receipt named what the write had replaced. */
  @Test
  @Tag("P07")
  void whatAWriteMayHaveReplacedIsKeptWhereNothingTellsWhetherItDid() {
    Stage stage = new Stage();
    stage.edit(Side.LEFT, titled("Use MySQL"));
    failOnce(stage, Fault.ERROR_AFTER);
    stage.world.settle();
    stage.edit(Side.RIGHT, titled("Use SQLite"));
    stage.world.advance(Duration.ofSeconds(11));
    stage.world.settle();
    assertBoth(stage, titled("Use SQLite"));
    DecisionReceipt doubtful =
        stage.receipts().stream().filter(it -> !it.isKnown()).findFirst().orElseThrow();
    assertThat(doubtful.intent().side()).isEqualTo(Side.RIGHT);
    assertThat(doubtful.intent().before()).contains("Use PostgreSQL");
    Undo undo = new Undo(stage.world.durable, stage.world::open);
    assertThat(undo.receipt(SITE, stage.world.link(stage.pair), doubtful.id(), "admin-1"))
        .isInstanceOf(Answer.Refused.class);
    stage.assertQuiet();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REJECTED", "NO_EFFECT"})
  @Tag("D20")
  void aDecisionThatTheTrackerRefusesIsSetAsideByItselfUntilItIsEdited(Fault fault) {
    Stage stage = new Stage();
    stage.world.right.faults(call -> call == Call.WRITE ? fault : Fault.NONE);
    stage.edit(Side.LEFT, titled("Use MySQL"));
    stage.world.edit(Side.RIGHT, stage.pair, B);
    for (int i = 0; i < 5; i++) {
      stage.world.settle();
      stage.world.advance(Duration.ofMinutes(1));
    }
    assertThat(stage.world.tags(stage.pair)).containsOnly(tags(B));
    assertThat(stage.world.view(stage.pair).quarantine()).isEmpty();
    assertThat(stage.state().disputes())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.why()).isEqualTo("D20");
          assertThat(it.note()).isNotBlank();
        });
    int calls = stage.world.calls();
    stage.world.settle();
    assertThat(stage.world.calls()).as("it rests").isEqualTo(calls);
    stage.world.right.faults(call -> Fault.NONE);
    stage.edit(Side.LEFT, titled("Use SQLite"));
    stage.world.settle();
    assertBoth(stage, titled("Use SQLite"));
    assertThat(stage.state().disputes()).isEmpty();
  }

  @Test
  void whatIsRefusedHoldsUpNoOtherDecision() {
    Stage stage = new Stage();
    int[] writes = {0};
    stage.world.right.faults(
        call -> call == Call.WRITE && ++writes[0] == 1 ? Fault.REJECTED : Fault.NONE);
    stage.edit(Side.LEFT, titled("Use MySQL"));
    stage.edit(Side.LEFT, Decision.blank(OTHER).withTitle(Passage.plain("Another")));
    stage.world.deliver();
    stage.world.engine.runDue(SITE, 10);
    assertThat(stage.world.right.decisions(stage.pair.right())).isEqualTo(2);
    assertThat(stage.state(OTHER).base()).as("settled in the same turn").isNotEmpty();
    stage.world.advance(Duration.ofSeconds(5));
    stage.world.settle();
    assertBoth(stage, titled("Use MySQL"));
  }

  @Test
  @Tag("F04")
  void aRateLimitStopsTheTurnAndNothingIsLost() {
    Stage stage = new Stage();
    failOnce(stage, Fault.RATE_LIMITED);
    stage.edit(Side.LEFT, titled("Use MySQL"));
    stage.world.settle();
    assertThat(stage.held(Side.RIGHT).says(titled("Use PostgreSQL"))).isTrue();
    stage.world.advance(Duration.ofSeconds(31));
    stage.world.settle();
    assertBoth(stage, titled("Use MySQL"));
  }

  private static void failOnce(Stage stage, Fault fault) {
    int[] writes = {0};
    stage.world.right.faults(call -> call == Call.WRITE && ++writes[0] == 1 ? fault : Fault.NONE);
  }

  private static Decision titled(String title) {
    return Decision.blank(ID).withTitle(Passage.plain(title));
  }

  private static Decision accepted(String title) {
    return titled(title).withFact(Fact.STATUS, Passage.plain("accepted"));
  }
}
