package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.store.LinkStore.Ends;

/** What every {@link LinkStore} does, with its transactions. */
abstract class StoreContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId OTHER_SITE = new InstallationId(8);
  private static final MappingId MAPPING = new MappingId(3);
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");

  private Transactions transactions;
  private LinkStore links;

  /** Both parts of an implementation, empty. */
  protected record Opened(Transactions transactions, LinkStore links) {}

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    transactions = opened.transactions();
    links = opened.links();
  }

  @Test
  void aNewLinkIsFoundFromBothItsIssuesAndKnowsNothing() {
    LinkId link = linked(SITE, "10001", "uuid-1");
    assertThat(links.linkOf(SITE, Side.LEFT, new IssueId("10001"))).contains(link);
    assertThat(links.linkOf(SITE, Side.RIGHT, new IssueId("uuid-1"))).contains(link);
    LinkState state = links.find(link).orElseThrow();
    assertThat(state.mapping()).isEqualTo(MAPPING);
    assertThat(state.base()).isEmpty();
    assertThat(state.intents()).isEmpty();
    assertThat(state.left().isStale()).isTrue();
    assertThat(state.right().isStale()).isTrue();
    assertThat(state.left().key()).isEqualTo("L-10001");
  }

  @Test
  void anIssueIdOfOneSideOrTenantSaysNothingAboutAnother() {
    LinkId link = linked(SITE, "1", "2");
    LinkId other = linked(OTHER_SITE, "1", "2");
    assertThat(other).isNotEqualTo(link);
    assertThat(links.linkOf(SITE, Side.LEFT, new IssueId("2"))).isEmpty();
    assertThat(links.linkOf(OTHER_SITE, Side.LEFT, new IssueId("1"))).contains(other);
  }

  @Test
  void theMappingsOfATenantAreThoseOfItsLinks() {
    linked(SITE, "1", "2");
    linked(SITE, "3", "4");
    linked(OTHER_SITE, "1", "2");
    assertThat(links.mappings(SITE)).containsExactly(MAPPING);
    assertThat(links.mappings(new InstallationId(9))).isEmpty();
  }

  @Test
  void linkingTwiceGivesTheSameLink() {
    LinkId link = linked(SITE, "1", "2");
    assertThat(enrol(SITE, "1", "2")).isEqualTo(new Enrolment.Known(link));
  }

  @Test
  void anIssueHasOneLinkAtMost() {
    LinkId first = linked(SITE, "1", "2");
    assertThat(enrol(SITE, "1", "3")).isEqualTo(new Enrolment.Taken());
    assertThat(enrol(SITE, "4", "2")).isEqualTo(new Enrolment.Taken());
    assertThat(links.linkOf(SITE, Side.RIGHT, new IssueId("3"))).isEmpty();
    LinkId second = linked(SITE, "4", "3");
    assertThat(enrol(SITE, "1", "3")).isEqualTo(new Enrolment.Taken());
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void theFirstObservationIsNewsAndItsRepetitionIsNot() {
    LinkId link = linked(SITE, "1", "2");
    assertThat(observed(link, 0, FEATURES)).isTrue();
    assertThat(observed(link, 0, FEATURES)).isFalse();
    assertThat(left(link).snapshot()).contains(snapshot(0, FEATURES));
  }

  @Test
  void anOlderObservationIsNeitherKeptNorNews() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 10, FEATURES);
    assertThat(observed(link, 9, HEALTH)).isFalse();
    assertThat(left(link).snapshot()).contains(snapshot(10, FEATURES));
  }

  @Test
  void ofTwoObservationsOfTheSameMomentTheLaterArrivalIsKept() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 10, FEATURES);
    assertThat(observed(link, 10, HEALTH)).isTrue();
    assertThat(left(link).snapshot()).contains(snapshot(10, HEALTH));
  }

  @Test
  void aGlanceShowsWhatIsKnownOfAnIssue() {
    LinkId link = linked(SITE, "1", "2");
    assertThat(glance().observedAt()).isEmpty();
    assertThat(glance().decisionsRead()).isFalse();
    observed(link, 10, FEATURES);
    links.decisions().read(link, Side.LEFT);
    assertThat(glance().link()).isEqualTo(link);
    assertThat(glance().mapping()).isEqualTo(MAPPING);
    assertThat(glance().side()).isEqualTo(left(link));
    assertThat(glance().observedAt()).contains(NOON.plusSeconds(10));
    assertThat(glance().decisionsRead()).isTrue();
    assertThat(links.glance(OTHER_SITE, Side.LEFT, new IssueId("1"))).isEmpty();
    assertThat(links.glance(SITE, Side.RIGHT, new IssueId("1"))).isEmpty();
  }

  @Test
  void anIssueThatStillHeldWhatAGlanceFoundIsKnownToLater() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 10, FEATURES);
    assertThat(links.stillHeld(glance(), Side.LEFT, "NEW-1", NOON.plusSeconds(20))).isTrue();
    assertThat(left(link).snapshot()).contains(snapshot(10, FEATURES));
    assertThat(left(link).key()).isEqualTo("NEW-1");
    assertThat(observed(link, 15, HEALTH)).as("overtaken").isFalse();
  }

  @Test
  void aSideThatChangedSinceAGlanceIsNotSaidToHoldTheSame() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 10, FEATURES);
    Glance before = glance();
    observed(link, 10, HEALTH);
    assertThat(links.stillHeld(before, Side.LEFT, "L-1", NOON.plusSeconds(20))).isFalse();
    assertThat(left(link).snapshot()).contains(snapshot(10, HEALTH));
    assertThat(observed(link, 15, FEATURES)).isTrue();
  }

  private Glance glance() {
    return links.glance(SITE, Side.LEFT, new IssueId("1")).orElseThrow();
  }

  @Test
  void theTimeOfASnapshotIsWhenItsTagsWereFirstSeen() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 10, FEATURES);
    assertThat(observed(link, 20, FEATURES)).isFalse();
    assertThat(left(link).snapshot()).contains(snapshot(10, FEATURES));
    assertThat(observed(link, 15, HEALTH)).as("older than the newest observation").isFalse();
    assertThat(observed(link, 30)).isTrue();
    assertThat(left(link).snapshot()).contains(snapshot(30));
  }

  @Test
  void timesKeepTheirMilliseconds() {
    LinkId link = linked(SITE, "1", "2");
    Instant exact = NOON.plusMillis(123);
    links.observed(link, Side.RIGHT, "R-2", new Snapshot(tags(HEALTH), exact));
    assertThat(state(link).right().snapshot().orElseThrow().at()).isEqualTo(exact);
  }

  @Test
  void aSideIsStaleUntilAReadThatBeganAfterTheNews() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 0);
    long before = left(link).news();
    links.touched(link, Side.LEFT);
    links.seen(link, Side.LEFT, before);
    assertThat(left(link).isStale()).isTrue();
    links.seen(link, Side.LEFT, left(link).news());
    assertThat(left(link).isStale()).isFalse();
  }

  @Test
  void anIssueThatWasGoneAndIsSeenAgainIsNews() {
    LinkId link = linked(SITE, "1", "2");
    observed(link, 0, FEATURES);
    links.gone(link, Side.LEFT);
    assertThat(left(link).gone()).isTrue();
    assertThat(observed(link, 1, FEATURES)).isTrue();
    assertThat(left(link).gone()).isFalse();
  }

  @Test
  void intentsStayInOrderUntilBothSidesAgree() {
    LinkId link = linked(SITE, "1", "2");
    links.intend(link, intent(Side.LEFT, Draw.on(HEALTH)), NOON);
    links.intend(link, intent(Side.RIGHT, Draw.NONE), NOON);
    assertThat(state(link).intents().stream().map(Intent::after).toList())
        .containsExactly(Draw.on(HEALTH), Draw.NONE);
    assertThat(state(link).intents(Side.RIGHT)).hasSize(1);
    links.agreed(link, Draw.on(HEALTH), NOON);
    assertThat(state(link).intents()).isEmpty();
  }

  @Test
  void aChangeHasOneReceiptHoweverOftenItIsFoundApplied() {
    LinkId link = linked(SITE, "1", "2");
    links.intend(link, intent(Side.LEFT, Draw.on(HEALTH)), NOON);
    Intent stored = state(link).intents().getFirst();
    links.applied(link, stored, Receipt.How.ANSWERED, NOON.plusSeconds(5));
    links.applied(link, stored, Receipt.How.READ_BACK, NOON.plusSeconds(9));
    assertThat(state(link).intents().getFirst().answered()).isTrue();
    Receipt receipt = links.receipts(link).getFirst();
    assertThat(links.receipts(link)).hasSize(1);
    assertThat(receipt.how()).isEqualTo(Receipt.How.ANSWERED);
    assertThat(receipt.before()).isEqualTo(tags(FEATURES));
    assertThat(receipt.after()).isEqualTo(Draw.on(HEALTH));
    assertThat(receipt.lag()).hasSeconds(5);
  }

  @ParameterizedTest
  @EnumSource
  void aReceiptSaysHowItIsKnown(Receipt.How how) {
    LinkId link = linked(SITE, "1", "2");
    links.intend(link, intent(Side.LEFT, Draw.on(HEALTH)), NOON);
    links.applied(link, state(link).intents().getFirst(), how, NOON);
    assertThat(links.receipts(link)).extracting(Receipt::how).containsExactly(how);
  }

  @Test
  void aDoubtedWriteHasAReceiptAndIsNotAnsweredUnlessItWasRefused() {
    LinkId link = linked(SITE, "1", "2");
    links.intend(link, intent(Side.LEFT, Draw.on(HEALTH)), NOON);
    Intent stored = state(link).intents().getFirst();
    links.refused(link, stored.id());
    links.doubted(link, stored, NOON);
    assertThat(links.receipts(link)).isEmpty();
    links.sentAgain(link, stored.id());
    links.doubted(link, stored, NOON);
    assertThat(links.receipts(link))
        .singleElement()
        .satisfies(receipt -> {
          assertThat(receipt.how()).isEqualTo(Receipt.How.UNANSWERED);
          assertThat(receipt.before()).isEqualTo(tags(FEATURES));
        });
    assertThat(state(link).intents().getFirst().answered()).isFalse();
  }

  @Test
  void theBaseKeepsSinceWhenBothSidesAgreeOnJustThis() {
    LinkId link = linked(SITE, "1", "2");
    links.agreed(link, Draw.NONE, NOON);
    links.agreed(link, Draw.NONE, NOON.plusSeconds(5));
    assertThat(state(link).base()).contains(new LinkState.Base(Draw.NONE, NOON, 1));
    links.agreed(link, Draw.on(HEALTH), NOON.plusSeconds(9));
    assertThat(state(link).base())
        .contains(new LinkState.Base(Draw.on(HEALTH), NOON.plusSeconds(9), 2));
  }

  @Test
  void anOpenConflictIsFoundOnceAndReplacesAnOlderOne() {
    LinkId link = linked(SITE, "1", "2");
    assertThat(links.conflict(link, conflict(FEATURES, HEALTH, Optional.empty()))).isTrue();
    assertThat(links.conflict(link, conflict(FEATURES, HEALTH, Optional.empty()))).isFalse();
    assertThat(links.conflict(link, conflict(HEALTH, FEATURES, Optional.empty()))).isTrue();
    assertThat(links.openConflicts(link)).hasSize(1);
    assertThat(links.openConflicts(link).getFirst().left()).isEqualTo(tags(HEALTH));
    links.closeConflicts(link, NOON);
    assertThat(links.openConflicts(link)).isEmpty();
    assertThat(links.conflict(link, conflict(HEALTH, FEATURES, Optional.empty())))
        .as("the same again later")
        .isTrue();
  }

  @Test
  void anAnsweredConflictIsKeptOnceAndIsNotOpen() {
    LinkId link = linked(SITE, "1", "2");
    var answered = conflict(FEATURES, HEALTH, Optional.of(Draw.on(HEALTH)));
    assertThat(links.conflict(link, answered)).isTrue();
    assertThat(links.conflict(link, answered)).as("after a crash, again").isFalse();
    assertThat(links.openConflicts(link)).isEmpty();
  }

  @Test
  void whatATransactionThatFailedHadDoneIsUndone() {
    LinkId link = linked(SITE, "1", "2");
    assertThatThrownBy(() ->
            transactions.run(() -> {
              links.agreed(link, Draw.on(HEALTH), NOON);
              observed(link, 0, FEATURES);
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThat(state(link).base()).isEmpty();
    assertThat(left(link).snapshot()).isEmpty();
  }

  @Test
  void aTransactionInATransactionIsUndoneWithIt() {
    LinkId link = linked(SITE, "1", "2");
    assertThatThrownBy(() ->
            transactions.run(() -> {
              transactions.run(() -> links.agreed(link, Draw.on(HEALTH), NOON));
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(state(link).base()).isEmpty();
  }

  private LinkId linked(InstallationId site, String left, String right) {
    return ((Enrolment.Created) enrol(site, left, right)).link();
  }

  private Enrolment enrol(InstallationId site, String left, String right) {
    var ends = new Ends(new IssueId(left), "L-" + left, new IssueId(right), "R-" + right);
    return links.link(site, MAPPING, ends, NOON);
  }

  private boolean observed(LinkId link, int second, Budget... budgets) {
    return links.observed(link, Side.LEFT, "L-1", snapshot(second, budgets));
  }

  private LinkState state(LinkId link) {
    return links.find(link).orElseThrow();
  }

  private SideState left(LinkId link) {
    return state(link).left();
  }

  private static Intent intent(Side side, Draw after) {
    return new Intent(0, side, tags(FEATURES), after, "R02", NOON, false);
  }

  private static ConflictRecord conflict(Budget left, Budget right, Optional<Draw> chosen) {
    return new ConflictRecord("R08", tags(left), tags(right), chosen, NOON);
  }

  private static Snapshot snapshot(int second, Budget... budgets) {
    return new Snapshot(tags(budgets), NOON.plusSeconds(second));
  }

  private static SortedSet<Budget> tags(Budget... budgets) {
    return new TreeSet<>(List.of(budgets));
  }
}
