package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.StoreContract.Opened;

/** What every {@link Holds} does. */
abstract class HoldsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId OTHER_SITE = new InstallationId(8);
  private static final DecisionId ONE = new DecisionId("d-1");
  private static final Budget FEATURES = new Budget("features");
  private static final DecisionId TWO = new DecisionId("d-2");

  private LinkStore links;
  private Holds holds;
  private LinkId link;

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    links = open().links();
    holds = links.holds();
    link = linked("1");
  }

  @Test
  void aHoldWaitsUntilItEnds() {
    assertThat(holds.of(link)).isEmpty();
    holds.keep(link, hold(true, ONE), NOON);
    Hold kept = holds.of(link).orElseThrow();
    assertThat(kept.budget()).isTrue();
    assertThat(kept.decisions()).containsExactly(ONE);
    assertThat(kept.released()).isFalse();
    assertThat(kept.why()).isEqualTo("H01");
    holds.end(kept.id(), Holds.Ending.LAPSED, NOON);
    assertThat(holds.of(link)).isEmpty();
    assertThat(holds.waiting(SITE, Slice.newest(9))).isEmpty();
  }

  @Test
  void theSameHoldIsKeptOnceAndAnotherTakesItsPlace() {
    holds.keep(link, hold(false, ONE), NOON);
    long first = holds.of(link).orElseThrow().id();
    holds.keep(link, hold(false, ONE), NOON.plusSeconds(1));
    assertThat(holds.of(link).orElseThrow().id()).isEqualTo(first);
    holds.keep(link, hold(false, ONE, TWO), NOON.plusSeconds(2));
    assertThat(holds.of(link).orElseThrow().decisions()).containsExactly(ONE, TWO);
    assertThat(holds.waiting(SITE, Slice.newest(9))).hasSize(1);
  }

  @Test
  void onlyItsOwnTenantSeesOrReleasesItAndOnlyOnce() {
    holds.keep(link, hold(false, ONE), NOON);
    long number = holds.of(link).orElseThrow().id();
    assertThat(holds.waiting(OTHER_SITE, Slice.newest(9))).isEmpty();
    assertThat(holds.find(OTHER_SITE, number)).isEmpty();
    assertThat(holds.release(OTHER_SITE, number, "admin-1", NOON)).isFalse();
    assertThat(holds.find(SITE, number).orElseThrow().link().leftKey()).isEqualTo("L-1");
    assertThat(holds.release(SITE, number, "admin-1", NOON)).isTrue();
    assertThat(holds.release(SITE, number, "admin-1", NOON)).isFalse();
    assertThat(holds.of(link).orElseThrow().released()).isTrue();
    assertThat(holds.waiting(SITE, Slice.newest(9))).isEmpty();
  }

  @Test
  void thoseThatWaitAreListedNewestFirst() {
    holds.keep(link, hold(false, ONE), NOON);
    holds.keep(linked("2"), hold(true), NOON);
    List<Holds.Entry> all = holds.waiting(SITE, Slice.newest(9));
    assertThat(all).extracting(it -> it.link().leftKey()).containsExactly("L-2", "L-1");
    assertThat(holds.waiting(SITE, new Slice(all.getFirst().hold().id(), 9)))
        .extracting(it -> it.link().leftKey())
        .containsExactly("L-1");
  }

  @Test
  void thePaceCountsDeletionsOfTheWholeMappingSinceThen() {
    LinkId other = linked("2");
    agree(link, ONE, "a");
    agree(other, ONE, "b");
    erase(other, NOON.plusSeconds(5));
    erase(other, NOON.plusSeconds(6));
    erase(link, NOON.plusSeconds(6));
    assertThat(holds.pace(link, Holds.Kind.DECISION, NOON)).isEqualTo(new Holds.Pace(1, 2));
    assertThat(holds.pace(link, Holds.Kind.DECISION, NOON.plusSeconds(6)).deleted()).isZero();
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON)).isEqualTo(new Holds.Pace(0, 0));
    links.agreed(link, Draw.on(FEATURES), NOON);
    clear(other, NOON.plusSeconds(5));
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON)).isEqualTo(new Holds.Pace(1, 1));
  }

  @Test
  void thePaceLeavesOutWhatWasWrittenAgain() {
    LinkId other = linked("2");
    clear(other, NOON.plusSeconds(5));
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON).deleted()).isOne();
    put(other, NOON.plusSeconds(6));
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON).deleted()).isZero();
    clear(other, NOON.plusSeconds(7));
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON).deleted()).isOne();
  }

  @Test
  void thePaceLeavesOutWhatMayNeverHaveHappened() {
    LinkId other = linked("2");
    links.intend(other, clearing(), NOON);
    links.doubted(other, links.find(other).orElseThrow().intents().getLast(), NOON.plusSeconds(5));
    assertThat(holds.pace(link, Holds.Kind.BUDGET, NOON).deleted()).isZero();
  }

  private void agree(LinkId whose, DecisionId id, String value) {
    links.decisions().agreed(whose, id, value, NOON);
  }

  private void erase(LinkId whose, Instant at) {
    var write =
        new DecisionIntent(
            0, 0, Side.LEFT, "x", "", "", "D12", NOON, false, DecisionIntent.Look.NONE);
    links.decisions().intend(whose, TWO, List.of(write), NOON);
    DecisionIntent stored = links.decisions().find(whose).of(TWO).intents().getLast();
    links
        .decisions()
        .applied(
            whose,
            new DecisionReceipt(0, TWO, stored, Receipt.How.ANSWERED, "", Optional.empty(), at));
  }

  private void clear(LinkId whose, Instant at) {
    apply(whose, clearing(), at);
  }

  private static Intent clearing() {
    var tags = new TreeSet<>(List.of(FEATURES));
    return new Intent(0, Side.LEFT, tags, Draw.NONE, "R02", NOON, false);
  }

  private void put(LinkId whose, Instant at) {
    Draw features = Draw.on(FEATURES);
    Intent putting = new Intent(0, Side.LEFT, new TreeSet<>(), features, "R02", NOON, false);
    apply(whose, putting, at);
  }

  private void apply(LinkId whose, Intent intent, Instant at) {
    links.intend(whose, intent, NOON);
    Intent stored = links.find(whose).orElseThrow().intents().getLast();
    links.applied(whose, stored, Receipt.How.ANSWERED, at);
  }

  private LinkId linked(String number) {
    var ends = new Ends(new IssueId(number), "L-" + number, new IssueId("r" + number), "R");
    return ((Enrolment.Created) links.link(SITE, new MappingId(3), ends, NOON)).link();
  }

  private static Hold hold(boolean budget, DecisionId... decisions) {
    return new Hold(0, "H01", budget, new TreeSet<>(List.of(decisions)), false);
  }
}
