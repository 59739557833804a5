package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.engine.World.DecisionEvent;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionDispute;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionState;

class DecisionEngineTest {
  private static final DecisionId ID = new DecisionId("d-1");
  private static final DecisionId OTHER = new DecisionId("d-2");

  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);

  @Test
  @Tag("D10")
  void aDecisionThatIsBegunInTheLeftIsCreatedInTheRightOnce() {
    world.left.edit(pair.left(), decision("Use PostgreSQL"));
    RunReport report = world.settle();
    assertThat(title(Side.RIGHT)).isEqualTo("Use PostgreSQL");
    assertThat(world.right.decisions(pair.right())).isEqualTo(1);
    assertThat(report.writes()).isEqualTo(1);
    assertThat(report.reads()).as("the source and the target").isEqualTo(2);
    assertThat(state().base()).isEqualTo(state().left().orElseThrow().value());
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  void aDocumentThatAPersonStartsIsAskedForAndBecomesADecisionInTheLeft() {
    DecisionId id = world.right.begin(pair.right(), "Use Kafka");
    world.settle();
    assertThat(title(world.left.held(pair.left(), id))).isEqualTo("Use Kafka");
    assertThat(world.right.decisions(pair.right())).isEqualTo(1);
    assertThat(world.links.decisions().tenantsUnplaced(world.instant())).isEmpty();
  }

  /** Linear sends the event before it answers, often enough. */
  @Test
  void theEventOfADocumentThatWeCreateCostsNoCallThoughItComesBeforeTheAnswer() {
    int calls = world.calls();
    boolean[] early = {false};
    world.right.midCall(() -> {
      world.deliver();
      early[0] |= !world.links.decisions().tenantsUnplaced(world.instant()).isEmpty();
    });
    world.left.edit(pair.left(), decision("Use PostgreSQL"));
    world.settle();
    assertThat(early[0]).as("nothing was known of it when its event came").isTrue();
    assertThat(world.links.decisions().tenantsUnplaced(world.instant())).isEmpty();
    assertThat(world.calls() - calls).as("both sides read, one write").isEqualTo(3);
  }

  @Test
  void aDocumentOfAnIssueWithoutALinkIsForgotten() {
    world.right.begin(world.right.create("9", java.util.Set.of(), java.util.Set.of()), "Stranger");
    RunReport report = world.settle();
    assertThat(report).isEqualTo(RunReport.NOTHING);
    assertThat(world.engine.tenantsDue()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("D02")
  void anEditFollowsAndItsEchoCostsNoCall(Side side) {
    settled("Use PostgreSQL");
    world.tracker(side).edit(pair.issue(side), decision("Use MySQL"));
    world.deliver();
    world.run();
    assertThat(title(side.other())).isEqualTo("Use MySQL");
    int calls = world.calls();
    DecisionEvent echo = world.decisionEvents.remove();
    assertThat(world.deliver(echo)).isZero();
    assertThat(world.queue.size()).isZero();
    assertThat(world.calls()).isEqualTo(calls);
  }

  /** The event of a document has its text and its time. */
  @Test
  void anEditOfADocumentCostsOneReadAndOneWrite() {
    settled("Use PostgreSQL");
    world.advance(java.time.Duration.ofSeconds(1));
    world.right.edit(pair.right(), decision("Use MySQL"));
    RunReport report = world.settle();
    assertThat(title(Side.LEFT)).isEqualTo("Use MySQL");
    assertThat(report.reads()).isEqualTo(1);
    assertThat(report.writes()).isEqualTo(1);
  }

  @Test
  void anEventThatANewerOneOvertookChangesNothing() {
    settled("Use PostgreSQL");
    world.right.edit(pair.right(), decision("Use MySQL"));
    DecisionEvent late = world.decisionEvents.remove();
    world.right.edit(pair.right(), decision("Use PostgreSQL"));
    world.right.edit(pair.right(), decision("Use SQLite"));
    world.settle();
    int writes = world.left.writes() + world.right.writes();
    assertThat(world.deliver(late)).as("it is looked at").isEqualTo(1);
    world.settle();
    assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
    assertThat(title(Side.LEFT)).isEqualTo("Use SQLite");
  }

  @Test
  void twoPeopleWhoEditDifferentPartsAtOnceBothSeeBoth() {
    settled("Use PostgreSQL");
    world.left.edit(pair.left(), decision("Use PostgreSQL 18"));
    world.right.edit(
        pair.right(), decision("Use PostgreSQL").withFact(Fact.STATUS, Passage.plain("accepted")));
    world.settle();
    for (Side side : Side.values()) {
      assertThat(title(side)).isEqualTo("Use PostgreSQL 18");
      assertThat(legible(side).fact(Fact.STATUS)).isPresent();
    }
    assertThat(world.links.decisions().allDisputes()).isEmpty();
  }

  @Test
  @Tag("D05")
  void whoLosesIsKeptInTheConflictAndInTheReceipt() {
    world.policy(ConflictPolicy.PREFER_RIGHT);
    settled("Use PostgreSQL");
    world.left.edit(pair.left(), decision("Use MySQL"));
    world.right.edit(pair.right(), decision("Use Oracle"));
    RunReport report = world.settle();
    assertThat(title(Side.LEFT)).isEqualTo("Use Oracle");
    assertThat(report.conflicts()).isEqualTo(1);
    DecisionDispute dispute = world.links.decisions().allDisputes().getFirst();
    assertThat(dispute.left()).isEqualTo("Use MySQL");
    assertThat(dispute.chosen()).contains(Side.RIGHT);
    DecisionReceipt receipt = receipts().getLast();
    assertThat(receipt.intent().before()).contains("Use MySQL");
    assertThat(receipt.intent().why()).contains("D07");
  }

  @Test
  @Tag("D08")
  void aConflictThatAPersonHasToSettleHoldsUpNothingElse() {
    world.policy(ConflictPolicy.ASK);
    settled("Use PostgreSQL");
    world.left.edit(pair.left(), decision("Use MySQL"));
    world.right.edit(pair.right(), decision("Use Oracle"));
    world.left.edit(pair.left(), decision(OTHER, "Another"));
    world.edit(Side.LEFT, pair, B);
    world.settle();
    assertThat(title(Side.LEFT)).isEqualTo("Use MySQL");
    assertThat(title(Side.RIGHT)).isEqualTo("Use Oracle");
    assertThat(state().disputes()).hasSize(1);
    assertThat(title(world.right.held(pair.right(), OTHER))).isEqualTo("Another");
    assertThat(world.tags(pair)).containsOnly(tags(B));
    world.right.edit(pair.right(), decision("Use MySQL"));
    world.settle();
    assertThat(state().disputes()).isEmpty();
    assertThat(state().intents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("D12")
  void aDeletionFollowsAndTheIdIsRemembered(Side side) {
    settled("Use PostgreSQL");
    world.tracker(side).remove(pair.issue(side), ID);
    world.settle();
    assertThat(world.left.held(pair.left(), ID)).isEmpty();
    assertThat(world.right.decisions(pair.right())).isZero();
    assertThat(state().isTombstone()).isTrue();
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  @Tag("D13")
  void aDeletionAgainstAnEditKeepsTheEdit() {
    settled("Use PostgreSQL");
    world.left.remove(pair.left(), ID);
    world.right.edit(pair.right(), decision("Use MySQL"));
    world.settle();
    assertThat(title(Side.LEFT)).isEqualTo("Use MySQL");
    assertThat(title(Side.RIGHT)).isEqualTo("Use MySQL");
  }

  @Test
  void aDecisionIsSupersededByANewOneInOneGo() {
    settled("Use PostgreSQL");
    world.left.edit(
        pair.left(), decision("Use PostgreSQL").withFact(Fact.STATUS, Passage.plain("superseded")));
    world.left.edit(
        pair.left(),
        decision(OTHER, "Use SQLite").withFact(Fact.SUPERSEDES, Passage.plain(ID.value())));
    RunReport report = world.settle();
    assertThat(legible(Side.RIGHT).status()).isPresent();
    assertThat(title(world.right.held(pair.right(), OTHER))).isEqualTo("Use SQLite");
    assertThat(report.reads()).as("one look a side for both").isEqualTo(2);
    assertThat(report.writes()).isEqualTo(2);
  }

  @Test
  @Tag("D19")
  void whatCannotBeReadRestsIsReportedAndNeverOverwritten() {
    settled("Use PostgreSQL");
    world.left.editText(pair.left(), ID, "{\"v\": 7, \"future\": true}");
    world.right.edit(pair.right(), decision("Use MySQL"));
    world.left.edit(pair.left(), decision(OTHER, "Another"));
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    assertThat(world.left.held(pair.left(), ID).orElseThrow().original().text())
        .isEqualTo("{\"v\": 7, \"future\": true}");
    assertThat(title(Side.RIGHT)).isEqualTo("Use MySQL");
    assertThat(state().disputes())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.why()).isEqualTo("D19");
          assertThat(it.note()).startsWith("LEFT-1: ").contains("another version");
        });
    assertThat(title(world.right.held(pair.right(), OTHER))).isEqualTo("Another");
    assertThat(world.tags(pair)).containsOnly(tags(B));
  }

  @Test
  @Tag("D19")
  void onceItCanBeReadAgainItGoesOn() {
    settled("Use PostgreSQL");
    world.left.editText(pair.left(), ID, "nonsense");
    world.settle();
    world.left.edit(pair.left(), decision("Use MySQL"));
    world.settle();
    assertThat(title(Side.RIGHT)).isEqualTo("Use MySQL");
    assertThat(state().disputes()).isEmpty();
  }

  @Test
  void aDecisionThatIsTooLongForTheStoreRests() {
    DecisionId id = world.right.begin(pair.right(), "x".repeat(Decision.LARGEST));
    world.settle();
    assertThat(world.left.held(pair.left(), id)).isEmpty();
    assertThat(world.links.decisions().find(world.link(pair)).of(id).disputes())
        .extracting(DecisionDispute::why)
        .containsExactly("D19");
    assertThat(world.view(pair).dirty()).isFalse();
  }

  @Test
  void anEditThatNoEventToldOfIsSeenBeforeItIsOverwritten() {
    settled("Use PostgreSQL");
    world.right.edit(
        pair.right(), decision("Use PostgreSQL").withFact(Fact.STATUS, Passage.plain("accepted")));
    world.decisionEvents.clear();
    world.left.edit(pair.left(), decision("Use PostgreSQL 18"));
    world.settle();
    assertThat(title(Side.RIGHT)).isEqualTo("Use PostgreSQL 18");
    assertThat(legible(Side.LEFT).fact(Fact.STATUS)).isPresent();
  }

  /** The event comes when the target was looked at and before the write is written down. */
  @Test
  void whatIsHeardOfTheTargetBetweenTheLookAndTheWriteIsPlannedWith() {
    settled("Use PostgreSQL");
    world.left.edit(pair.left(), decision("Use PostgreSQL 18"));
    world.deliver();
    int reads = world.right.reads();
    boolean[] heard = {false};
    world.database.onCommit(
        () -> {},
        () -> {
          if (!heard[0] && world.right.reads() > reads) {
            heard[0] = true;
            world.advance(java.time.Duration.ofSeconds(1));
            world.right.edit(
                pair.right(),
                decision("Use PostgreSQL").withFact(Fact.STATUS, Passage.plain("accepted")));
            world.deliver();
          }
        });
    RunReport report = world.settle();
    assertThat(heard[0]).isTrue();
    assertThat(title(Side.RIGHT)).isEqualTo("Use PostgreSQL 18");
    assertThat(legible(Side.LEFT).fact(Fact.STATUS)).isPresent();
    assertThat(report.postponed()).as("no turn failed").isZero();
    assertThat(world.links.decisions().receipts(world.link(pair)))
        .as("what was never sent is not doubted")
        .allMatch(DecisionReceipt::isKnown);
  }

  @Test
  void aLinkWhoseDecisionsWereNeverReadIsReadOnce() {
    Pair late = world.pair("2");
    world.left.edit(late.left(), decision("Before the link"));
    world.right.begin(late.right(), "Also before");
    world.decisionEvents.clear();
    world.backfill.run(SITE, World.MAPPING, java.time.Instant.EPOCH);
    world.settle();
    assertThat(world.left.decisions(late.left())).isEqualTo(2);
    assertThat(world.right.decisions(late.right())).isEqualTo(2);
    int calls = world.calls();
    world.backfill.run(SITE, World.MAPPING, java.time.Instant.EPOCH);
    world.settle();
    assertThat(world.calls()).isEqualTo(calls);
  }

  /** What the store knew is lost; the document on the right bears a name derived from the id. */
  @Test
  void aDecisionThatIsOnBothSidesAlreadyIsRecognisedAndNotDoubled() {
    settled("Use PostgreSQL");
    World again = new World();
    Pair same = again.pair("1");
    again.left.edit(same.left(), decision("Use PostgreSQL"));
    again.right.editText(same.right(), ID, text(Side.RIGHT));
    again.decisionEvents.clear();
    again.backfill.run(SITE, World.MAPPING, java.time.Instant.EPOCH);
    RunReport report = again.settle();
    assertThat(report.writes()).isZero();
    assertThat(again.left.decisions(same.left())).isEqualTo(1);
    assertThat(again.right.decisions(same.right())).isEqualTo(1);
  }

  /** The right is read first, and knows the id only once the left is read. */
  @Test
  void aDocumentIsReadAgainOnceTheIdThatItBearsIsKnown() {
    world.left.edit(pair.left(), decision("Use PostgreSQL"));
    world.decisionEvents.clear();
    String text = world.left.held(pair.left(), ID).orElseThrow().original().text();
    world.right.editText(pair.right(), ID, text);
    RunReport report = world.settle();
    assertThat(report.writes()).isZero();
    assertThat(report.reads()).as("the right twice").isEqualTo(3);
    assertThat(world.left.decisions(pair.left())).isEqualTo(1);
    assertThat(state().base()).isNotEmpty();
  }

  private String text(Side side) {
    return world.tracker(side).held(pair.issue(side), ID).orElseThrow().original().text();
  }

  private void settled(String title) {
    world.left.edit(pair.left(), decision(title));
    world.settle();
  }

  private DecisionState state() {
    return world.links.decisions().find(world.link(pair)).of(ID);
  }

  private List<DecisionReceipt> receipts() {
    return world.links.decisions().receipts(world.link(pair));
  }

  private String title(Side side) {
    return title(world.tracker(side).held(pair.issue(side), ID));
  }

  private static String title(Optional<Held> held) {
    return ((Held.Legible) held.orElseThrow()).decision().title().written();
  }

  private Decision legible(Side side) {
    return ((Held.Legible) world.tracker(side).held(pair.issue(side), ID).orElseThrow()).decision();
  }

  private static Decision decision(String title) {
    return decision(ID, title);
  }

  private static Decision decision(DecisionId id, String title) {
    return Decision.blank(id).withTitle(Passage.plain(title));
  }
}
