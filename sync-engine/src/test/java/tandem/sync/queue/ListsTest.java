package tandem.sync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Database;
import tandem.sync.store.Enrolment;
import tandem.sync.store.Intent;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.JdbcRulings;
import tandem.sync.store.Ledger;
import tandem.sync.store.Ledger.Undoing;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Postgres;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings.Author;
import tandem.sync.store.Rulings.Ending;
import tandem.sync.store.Slice;

/** The lists that an admin pages through, on PostgreSQL. */
class ListsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId STRANGER = new InstallationId(8);
  private static final MappingId MAPPING = new MappingId(3);
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");
  private static final Slice ALL = Slice.newest(10);

  private final Database database = Postgres.empty();
  private final JdbcLinkStore links = new JdbcLinkStore(database);
  private final JdbcWorkQueue queue = new JdbcWorkQueue(database);
  private final JdbcRulings rulings = new JdbcRulings(database);
  private final Ledger ledger = new Ledger(database);
  private final Quarantine quarantine = new Quarantine(database);

  @Test
  void aLinkIsListedWithBothKeysAndWhatStandsThere() {
    LinkId link = linked("1");
    links.observed(link, Side.LEFT, "L-1", new Snapshot(tags(FEATURES), NOON));
    links.agreed(link, Draw.on(FEATURES), NOON);
    var entry = ledger.links(SITE, MAPPING, ALL).getFirst();
    assertThat(entry.link().leftKey()).isEqualTo("L-1");
    assertThat(entry.link().rightKey()).isEqualTo("R-1");
    assertThat(entry.left()).isEqualTo(tags(FEATURES));
    assertThat(entry.right()).isEmpty();
    assertThat(entry.agreed()).contains(Draw.on(FEATURES));
    assertThat(entry.since()).contains(NOON);
  }

  @Test
  void pagesFollowEachOtherWithoutAGapOrARepetition() {
    List<LinkId> all = List.of(linked("1"), linked("2"), linked("3"));
    var first = ledger.links(SITE, MAPPING, Slice.newest(2));
    long last = first.getLast().link().id().value();
    var second = ledger.links(SITE, MAPPING, new Slice(last, 2));
    assertThat(first).extracting(it -> it.link().id()).containsExactly(all.get(2), all.get(1));
    assertThat(second).extracting(it -> it.link().id()).containsExactly(all.get(0));
  }

  @Test
  void openConflictsAreListedApartFromAnsweredOnes() {
    LinkId open = linked("1");
    LinkId answered = linked("2");
    links.conflict(open, conflict(Optional.empty()));
    links.conflict(answered, conflict(Optional.of(Draw.on(HEALTH))));
    assertThat(ledger.conflicts(SITE, true, ALL))
        .singleElement()
        .satisfies(it -> assertThat(it.link().id()).isEqualTo(open));
    assertThat(ledger.conflicts(SITE, false, ALL)).hasSize(2);
    assertThat(ledger.conflicts(SITE, false, ALL).getFirst().closedAt()).contains(NOON);
  }

  @Test
  void aReceiptSaysHowItsUndoStands() {
    LinkId link = linked("1");
    long receipt = applied(link);
    assertThat(ledger.receipts(SITE, link, ALL).getFirst().undoing()).isEmpty();
    undo(link, receipt);
    assertThat(ledger.receipts(SITE, link, ALL).getFirst().undoing()).contains(Undoing.OPEN);
    rulings.end(rulings.open(link).orElseThrow().id(), Ending.DONE, NOON);
    assertThat(ledger.receipts(SITE, MAPPING, ALL).getFirst().undoing()).contains(Undoing.DONE);
  }

  @Test
  void aLapsedOrReplacedUndoWasOvertaken() {
    LinkId link = linked("1");
    long receipt = applied(link);
    undo(link, receipt);
    rulings.end(rulings.open(link).orElseThrow().id(), Ending.LAPSED, NOON);
    assertThat(ledger.receipts(SITE, link, ALL).getFirst().undoing()).contains(Undoing.OVERTAKEN);
  }

  @Test
  void aLinkInQuarantineIsListedWithItsReasonUntilItIsReplayed() {
    LinkId link = linked("1");
    aside(link, "the tracker says no");
    assertThat(quarantine.of(SITE, ALL))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.why()).isEqualTo("the tracker says no");
          assertThat(it.link().leftKey()).isEqualTo("L-1");
        });
    queue.replay(SITE, link, NOON);
    assertThat(quarantine.of(SITE, ALL)).isEmpty();
  }

  @Test
  void aTenantSeesNothingOfAnother() {
    LinkId link = linked("1");
    links.conflict(link, conflict(Optional.empty()));
    applied(link);
    aside(link, "no");
    assertThat(ledger.has(SITE, link)).isTrue();
    assertThat(ledger.has(STRANGER, link)).isFalse();
    assertThat(ledger.links(STRANGER, MAPPING, ALL)).isEmpty();
    assertThat(ledger.conflicts(STRANGER, false, ALL)).isEmpty();
    assertThat(ledger.receipts(STRANGER, link, ALL)).isEmpty();
    assertThat(ledger.receipts(STRANGER, MAPPING, ALL)).isEmpty();
    assertThat(quarantine.of(STRANGER, ALL)).isEmpty();
  }

  private LinkId linked(String number) {
    var ends =
        new Ends(new IssueId(number), "L-" + number, new IssueId("r" + number), "R-" + number);
    return ((Enrolment.Created) links.link(SITE, MAPPING, ends, NOON)).link();
  }

  private long applied(LinkId link) {
    var intent = new Intent(0, Side.RIGHT, tags(FEATURES), Draw.on(HEALTH), "R02", NOON, false);
    links.intend(link, intent, NOON);
    Intent stored = links.find(link).orElseThrow().intents().getFirst();
    links.applied(link, stored, Receipt.How.ANSWERED, NOON);
    return links.receipts(link).getFirst().id();
  }

  private void undo(LinkId link, long receipt) {
    var ruling = new Ruling(Ruling.Kind.UNDO, Draw.on(FEATURES), tags(HEALTH), tags(HEALTH), NOON);
    rulings.give(link, ruling, new Author("admin-1", OptionalLong.of(receipt)));
  }

  private void aside(LinkId link, String why) {
    queue.markDirty(SITE, List.of(link), NOON);
    queue.quarantine(queue.claim(SITE, 1, Lease.of("one", NOON)).getFirst(), why);
  }

  private static ConflictRecord conflict(Optional<Draw> chosen) {
    return new ConflictRecord("R08", tags(FEATURES), tags(HEALTH), chosen, NOON);
  }

  private static SortedSet<Budget> tags(Budget... budgets) {
    return new TreeSet<>(List.of(budgets));
  }
}
