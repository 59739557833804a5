package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Sight.Trace;
import tandem.sync.store.StoreContract.Opened;

/** What every {@link DecisionStore} does, with its transactions. */
abstract class DecisionStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId OTHER_SITE = new InstallationId(8);
  private static final DecisionId ID = new DecisionId("d-1");
  private static final DecisionId OTHER = new DecisionId("d-2");

  private static final Rulings.Author AUTHOR = new Rulings.Author("admin-1", OptionalLong.empty());

  private Transactions transactions;
  private LinkStore links;
  private DecisionStore decisions;
  private LinkId link;

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    transactions = opened.transactions();
    links = opened.links();
    decisions = links.decisions();
    link = linked(SITE, "1", "2");
  }

  @Test
  void ofANewLinkNothingIsReadAndNothingKnown() {
    DecisionStates states = decisions.find(link);
    assertThat(states.isRead(Side.LEFT)).isFalse();
    assertThat(states.isRead(Side.RIGHT)).isFalse();
    assertThat(states.all()).isEmpty();
  }

  @Test
  void aLookAtASideIsKeptAsItWasAndTheSideIsRead() {
    Sight illegible = new Sight("", Optional.of("it is no JSON"), trace("ref-2", "m2"), at(3));
    decisions.observed(link, Side.LEFT, Map.of(ID, sight("one", 1), OTHER, illegible), at(5));
    assertThat(decisions.find(link).isRead(Side.LEFT)).isTrue();
    assertThat(decisions.find(link).isRead(Side.RIGHT)).isFalse();
    assertThat(state(ID).left()).contains(sight("one", 1));
    assertThat(state(ID).right()).isEmpty();
    assertThat(state(OTHER).left()).contains(illegible);
  }

  @Test
  void aSideThatSaidNothingOfDecisionsCountsAsRead() {
    decisions.read(link, Side.RIGHT);
    assertThat(decisions.find(link).isRead(Side.RIGHT)).isTrue();
    assertThat(decisions.find(link).all()).isEmpty();
  }

  @Test
  void aDecisionThatIsNotInALookIsGoneSinceThen() {
    decisions.observed(link, Side.LEFT, Map.of(ID, sight("one", 1)), at(5));
    decisions.observed(link, Side.LEFT, Map.of(), at(6));
    assertThat(state(ID).left()).contains(Sight.gone(at(6)));
    decisions.observed(link, Side.LEFT, Map.of(), at(7));
    assertThat(state(ID).left()).as("its time stays").contains(Sight.gone(at(6)));
  }

  @Test
  void theTimeOfASightIsWhenItWasFirstSeenToBeJustThis() {
    decisions.observed(link, Side.LEFT, ID, sight("one", 1));
    decisions.observed(link, Side.LEFT, ID, sight("one", 2));
    assertThat(state(ID).left()).contains(sight("one", 1));
    decisions.observed(link, Side.LEFT, ID, sight("two", 3));
    assertThat(state(ID).left()).contains(sight("two", 3));
  }

  @Test
  void aTrackerWithoutATimeHasNone() {
    Sight timeless =
        new Sight(
            "one", Optional.empty(), Optional.of(new Trace("r", "m", Optional.empty())), at(1));
    decisions.observed(link, Side.LEFT, ID, timeless);
    assertThat(state(ID).left()).contains(timeless);
  }

  @Test
  void theTraceOfASightIsTheNewestAlsoWhereItSaysTheSame() {
    decisions.observed(link, Side.RIGHT, ID, sight("one", 1));
    Sight rewritten = new Sight("one", Optional.empty(), trace("ref-9", "m9"), at(2));
    decisions.observed(link, Side.RIGHT, ID, rewritten);
    assertThat(state(ID).right().orElseThrow().trace()).isEqualTo(trace("ref-9", "m9"));
  }

  @Test
  void onceBothAgreeNoIntentOfThisDecisionIsOpen() {
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a")), NOON);
    decisions.intend(link, OTHER, List.of(write(Side.LEFT, "b")), NOON);
    decisions.agreed(link, ID, "a", NOON);
    assertThat(state(ID).base()).isEqualTo("a");
    assertThat(state(ID).intents()).isEmpty();
    assertThat(state(OTHER).intents()).hasSize(1);
  }

  @Test
  void theBudgetTagAndTheDecisionsLeaveEachOthersIntentsAlone() {
    links.intend(
        link, new Intent(0, Side.LEFT, Draw.NONE.tags(), Draw.NONE, "R02", NOON, false), NOON);
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a")), NOON);
    assertThat(links.find(link).orElseThrow().intents()).hasSize(1);
    links.agreed(link, Draw.NONE, NOON);
    assertThat(state(ID).intents()).hasSize(1);
    decisions.disputes(link, ID, List.of(dispute("l", "r", Optional.empty())), NOON);
    links.closeConflicts(link, NOON);
    assertThat(state(ID).disputes()).hasSize(1);
    assertThat(links.openConflicts(link)).isEmpty();
    assertThat(links.receipts(link)).isEmpty();
  }

  @Test
  void ofADecisionThatIsGoneTheIdIsRemembered() {
    decisions.observed(link, Side.LEFT, ID, sight("a", 1));
    decisions.agreed(link, ID, "a", NOON);
    assertThat(state(ID).isTombstone()).isFalse();
    decisions.observed(link, Side.LEFT, Map.of(), at(2));
    decisions.agreed(link, ID, "", NOON);
    assertThat(decisions.find(link).all()).containsOnlyKeys(ID);
    assertThat(state(ID).isTombstone()).isTrue();
  }

  @Test
  void aDisputeIsKnownByItsPartAndValuesAndStaysOpenWhileItIsFound() {
    assertThat(found(dispute("l", "r", Optional.empty()))).isEqualTo(1);
    assertThat(found(dispute("l", "r", Optional.empty()))).isZero();
    assertThat(state(ID).disputes()).hasSize(1);
    assertThat(found(dispute("l2", "r", Optional.empty()))).isEqualTo(1);
    assertThat(state(ID).disputes()).extracting(DecisionDispute::left).containsExactly("l2");
    assertThat(found()).isZero();
    assertThat(state(ID).disputes()).isEmpty();
    assertThat(found(dispute("l2", "r", Optional.empty()))).as("the same again").isEqualTo(1);
    assertThat(state(ID).disputes()).hasSize(1);
  }

  @Test
  void anAnsweredDisputeIsKeptOnceAndIsNotOpen() {
    assertThat(found(dispute("l", "r", Optional.of(Side.RIGHT)))).isEqualTo(1);
    assertThat(found(dispute("l", "r", Optional.of(Side.RIGHT)))).isZero();
    assertThat(state(ID).disputes()).isEmpty();
  }

  @Test
  void anOpenDisputeThatIsAnsweredIsOpenNoMore() {
    found(dispute("l", "r", Optional.empty()));
    assertThat(found(dispute("l", "r", Optional.of(Side.LEFT)))).isEqualTo(1);
    assertThat(state(ID).disputes()).isEmpty();
  }

  @Test
  void valuesMayBeAsLongAsAPropertyIs() {
    String left = "x".repeat(40_000);
    assertThat(found(dispute(left, "r", Optional.empty()))).isEqualTo(1);
    assertThat(found(dispute(left, "r", Optional.empty()))).isZero();
    assertThat(state(ID).disputes()).extracting(DecisionDispute::left).containsExactly(left);
  }

  @Test
  void aRulingIsOpenUntilItEndsOrAnotherTakesItsPlace() {
    decisions.rule(link, ID, ruling("one"), AUTHOR);
    decisions.rule(link, OTHER, ruling("other"), AUTHOR);
    decisions.rule(link, ID, ruling("two"), AUTHOR);
    DecisionRuling open = state(ID).ruling().orElseThrow();
    assertThat(open.value()).isEqualTo("two");
    assertThat(open.left()).isEqualTo("l");
    assertThat(open.kind()).isEqualTo(Ruling.Kind.CHOICE);
    decisions.ruled(link, open.id(), Rulings.Ending.DONE, NOON);
    assertThat(state(ID).ruling()).isEmpty();
    assertThat(state(OTHER).ruling()).isPresent();
    assertThat(state(OTHER).isTombstone()).isFalse();
  }

  private static DecisionRuling ruling(String value) {
    return new DecisionRuling(0, Ruling.Kind.CHOICE, value, "l", "r", NOON);
  }

  @Test
  void aDecisionIsFoundByItsTrackersNameForItAndOnlyByItsOwnTenant() {
    decisions.observed(link, Side.RIGHT, ID, sight("one", 1));
    assertThat(decisions.placed(SITE, Side.RIGHT, "ref-one"))
        .contains(new DecisionStore.Placed(link, ID, "mark-one"));
    assertThat(decisions.placed(SITE, Side.LEFT, "ref-one")).isEmpty();
    assertThat(decisions.placed(OTHER_SITE, Side.RIGHT, "ref-one")).isEmpty();
    assertThat(decisions.placed(SITE, Side.RIGHT, "ref-two")).isEmpty();
  }

  @Test
  void refsThatNothingIsKnownOfWaitOnceEachUntilTheyAreForgotten() {
    decisions.unplaced(SITE, Side.RIGHT, seen("x", "is"), at(1));
    decisions.unplaced(SITE, Side.RIGHT, seen("y", "is"), at(2));
    decisions.unplaced(SITE, Side.RIGHT, seen("x", "is"), at(3));
    decisions.unplaced(OTHER_SITE, Side.RIGHT, seen("z", "is"), at(5));
    assertThat(waiting(9, 9)).containsExactly("x", "y");
    assertThat(waiting(9, 1)).containsExactly("x");
    assertThat(waiting(1, 9)).as("until then").containsExactly("x");
    assertThat(decisions.tenantsUnplaced(at(4))).containsExactly(SITE);
    decisions.postpone(SITE, Side.RIGHT, "x", at(20));
    assertThat(waiting(9, 9)).containsExactly("y");
    assertThat(decisions.forget(SITE, Side.RIGHT, seen("y", "is"))).isTrue();
    assertThat(waiting(30, 9)).containsExactly("x");
    assertThat(decisions.tenantsUnplaced(at(5))).containsExactly(OTHER_SITE);
  }

  @Test
  void aRefThatIsSeenToBeSomethingElseStaysToBeAskedFor() {
    decisions.unplaced(SITE, Side.RIGHT, seen("x", "is"), at(1));
    decisions.unplaced(SITE, Side.RIGHT, seen("x", "is"), at(1));
    assertThat(unplaced()).as("twice the same").containsExactly(seen("x", "is"));
    decisions.unplaced(SITE, Side.RIGHT, seen("x", "was"), at(1));
    assertThat(unplaced()).as("nobody knows which is newer").containsExactly(seen("x", ""));
    assertThat(decisions.forget(SITE, Side.RIGHT, seen("x", "is"))).isFalse();
    assertThat(unplaced()).hasSize(1);
    assertThat(decisions.forget(SITE, Side.RIGHT, seen("x", ""))).isTrue();
    assertThat(unplaced()).isEmpty();
  }

  private static DecisionStore.Unplaced seen(String ref, String mark) {
    return new DecisionStore.Unplaced(ref, mark);
  }

  private List<DecisionStore.Unplaced> unplaced() {
    return decisions.unplaced(SITE, Side.RIGHT, new DecisionStore.Due(at(9), 9));
  }

  private List<String> waiting(int until, int atMost) {
    return decisions.unplaced(SITE, Side.RIGHT, new DecisionStore.Due(at(until), atMost)).stream()
        .map(DecisionStore.Unplaced::ref)
        .toList();
  }

  @Test
  void marksAreOfWhatStandsOnASideThatWasRead() {
    assertThat(decisions.marks(link, Side.LEFT)).isEmpty();
    decisions.observed(link, Side.LEFT, Map.of(ID, sight("a", 1), OTHER, sight("b", 1)), NOON);
    assertThat(decisions.marks(link, Side.LEFT)).contains(Map.of(ID, "mark-a", OTHER, "mark-b"));
    decisions.observed(link, Side.LEFT, Map.of(ID, sight("a", 1)), NOON);
    assertThat(decisions.marks(link, Side.LEFT)).contains(Map.of(ID, "mark-a"));
    assertThat(decisions.marks(link, Side.RIGHT)).isEmpty();
  }

  @Test
  void whatATransactionThatFailedHadDoneIsUndone() {
    assertThatThrownBy(() ->
            transactions.run(() -> {
              decisions.observed(link, Side.LEFT, Map.of(ID, sight("a", 1)), NOON);
              decisions.agreed(link, ID, "a", NOON);
              found(dispute("l", "r", Optional.empty()));
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(decisions.find(link).all()).isEmpty();
    assertThat(decisions.find(link).isRead(Side.LEFT)).isFalse();
  }

  private LinkId linked(InstallationId site, String left, String right) {
    var ends = new Ends(new IssueId(left), "L-" + left, new IssueId(right), "R-" + right);
    return ((Enrolment.Created) links.link(site, new MappingId(3), ends, NOON)).link();
  }

  private DecisionState state(DecisionId id) {
    return decisions.find(link).of(id);
  }

  private int found(DecisionDispute... found) {
    return decisions.disputes(link, ID, List.of(found), NOON);
  }

  private void apply(DecisionIntent intent) {
    decisions.applied(
        link,
        new DecisionReceipt(
            0, ID, intent, Receipt.How.ANSWERED, "a picture", Optional.of(at(8)), at(9)));
  }

  private static DecisionIntent write(Side side, String after) {
    return new DecisionIntent(
        0, 0, side, "before", after, "agreed", "D02", NOON, false, DecisionIntent.Look.NONE);
  }

  private static DecisionDispute dispute(String left, String right, Optional<Side> chosen) {
    return new DecisionDispute("D08", "title", "base", left, right, chosen, "", NOON);
  }

  private static Sight sight(String value, int second) {
    return new Sight(value, Optional.empty(), trace("ref-" + value, "mark-" + value), at(second));
  }

  private static Optional<Trace> trace(String ref, String mark) {
    return Optional.of(new Trace(ref, mark, Optional.of(at(2))));
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
