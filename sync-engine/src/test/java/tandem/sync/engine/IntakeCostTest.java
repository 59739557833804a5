package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.queue.JdbcWorkQueue;
import tandem.sync.replica.Observation;
import tandem.sync.store.CountedStatements;
import tandem.sync.store.Enrolment;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Postgres;

/** What an event costs the database; an event that says nothing new writes nothing. */
class IntakeCostTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final MappingId MAPPING = new MappingId(3);

  private final CountedStatements statements = new CountedStatements();
  private final JdbcLinkStore links = new JdbcLinkStore(statements.database());
  private final JdbcWorkQueue queue = new JdbcWorkQueue(statements.database());
  private final Intake intake =
      new Intake(new Durable(statements.database(), links, queue, () -> NOON));

  @BeforeEach
  void linkOneIssueAndObserveIt() {
    Postgres.empty();
    var ends = new Ends(new IssueId("1"), "SHOP-1", new IssueId("u"), "ENG-1");
    var link = ((Enrolment.Created) links.link(SITE, MAPPING, ends, NOON)).link();
    links.decisions().observed(link, Side.LEFT, Map.of(), NOON);
    assertThat(intake.observed(SITE, MAPPING, Side.LEFT, seen("1", 0, "debt"))).isOne();
  }

  @Test
  void aRepetitionIsLookedUpAndNothingIsWritten() {
    assertThat(costOf(seen("1", 0, "debt"))).containsExactly("select");
  }

  @Test
  void anEventThatWasOvertakenIsLookedUpAndNothingIsWritten() {
    assertThat(costOf(seen("1", -5, "features"))).containsExactly("select");
  }

  @Test
  void anEventOfAnIssueWithoutLinkIsLookedUpAndNothingIsWritten() {
    assertThat(costOf(seen("2", 0, "debt"))).containsExactly("select");
  }

  @Test
  void ofANewerEventThatSaysNothingNewTheTimeIsKeptWithoutATransaction() {
    assertThat(costOf(seen("1", 5, "debt"))).containsExactly("select", "update");
    assertThat(costOf(seen("1", 3, "features"))).containsExactly("select");
  }

  @Test
  void newsAreKeptInOneTransaction() {
    assertThat(costOf(seen("1", 5, "features")))
        .containsExactly("select", "select", "select", "update", "insert", "insert", "commit");
  }

  @Test
  void anIssueThatMovedIsOnlyMarked() {
    var moved = new MappingId(4);
    assertThat(statements.of(() -> intake.observed(SITE, moved, Side.LEFT, seen("1", 5, "debt"))))
        .containsExactly("select", "select", "update", "insert", "commit");
  }

  private List<String> costOf(Observation.Present seen) {
    return statements.of(() -> intake.observed(SITE, MAPPING, Side.LEFT, seen));
  }

  private static Observation.Present seen(String issue, int seconds, String... budgets) {
    var tags = new TreeSet<>(Stream.of(budgets).map(Budget::new).toList());
    var snapshot = new Snapshot(tags, NOON.plusSeconds(seconds));
    return new Observation.Present(new IssueId(issue), "SHOP-" + issue, snapshot);
  }
}
