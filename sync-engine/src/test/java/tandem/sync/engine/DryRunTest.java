package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Side;
import tandem.sync.reconcile.Row;
import tandem.sync.reconcile.TagEdit;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class DryRunTest {
  private final World world = new World();
  private final DryRun dryRun =
      new DryRun(world.durable, world.partings, world::open, World::leftKey);

  @AfterEach
  void nothingWasWrittenAnywhere() {
    assertThat(world.left.writes() + world.right.writes()).isZero();
    assertThat(world.engine.tenantsDue()).isEmpty();
  }

  @Test
  void itSaysWhichLinksWouldBeMadeAndWhatWouldBeWritten() {
    Pair pair = world.pair("1");
    world.edit(Side.LEFT, pair, A);
    Forecast.Pair forecast = only();
    assertThat(forecast.link()).isEmpty();
    assertThat(forecast.left().key()).isEqualTo("LEFT-1");
    assertThat(forecast.plan().row()).isEqualTo(Row.R02);
    assertThat(forecast.plan().right()).isEqualTo(new TagEdit(tags(A), tags()));
    assertThat(forecast.plan().left().isEmpty()).isTrue();
    assertThat(world.links.linkOf(SITE, Side.LEFT, pair.left())).as("not linked").isEmpty();
  }

  @Test
  void itKnowsWhatALinkedPairLastAgreedOn() {
    Pair pair = settled();
    world.edit(Side.RIGHT, pair, B);
    Forecast.Pair forecast = only();
    assertThat(forecast.link()).contains(world.link(pair));
    assertThat(forecast.plan().left()).isEqualTo(new TagEdit(tags(B), tags(A)));
    assertThat(world.view(pair).other().orElseThrow().budgets()).isEqualTo(tags(A));
  }

  @Test
  void itShowsTheConflictsAndWhatThePolicyWouldChoose() {
    world.policy(ConflictPolicy.PREFER_LEFT);
    Pair pair = settled();
    world.edit(Side.LEFT, pair, B);
    world.edit(Side.RIGHT, pair, World.C);
    Forecast.Pair forecast = only();
    assertThat(forecast.plan().row()).isEqualTo(Row.R07);
    assertThat(forecast.plan().conflict().orElseThrow().right()).isEqualTo(tags(World.C));
    assertThat(forecast.plan().right()).isEqualTo(new TagEdit(tags(B), tags(World.C)));
  }

  @Test
  void anIssueThatIsTakenOrGoneGetsNoTwin() {
    Pair pair = world.pair("1");
    world.right.create("2", Set.of(), Set.of("https://site/LEFT-1"));
    world.right.create("3", Set.of(), Set.of("https://site/LEFT-3"));
    assertThat(all()).extracting(it -> it.right().issue()).containsExactly(pair.right());
  }

  @Test
  void itComesPageByPageWithTwoCallsEach() {
    for (int i = 1; i <= 7; i++) {
      world.pair(String.valueOf(i));
    }
    assertThat(all()).hasSize(7);
    assertThat(world.left.pages()).isEqualTo(3);
    assertThat(world.right.pages()).isEqualTo(3);
    assertThat(world.calls()).as("single reads").isZero();
  }

  @Test
  void aTrackerThatFailsAndAPausedMappingAreNamed() {
    world.pair("1");
    world.right.faults(call -> Fault.ERROR_BEFORE);
    assertThat(failure()).isInstanceOf(RemoteFailure.TrackerDown.class);
    world.pause("no grant");
    assertThat(failure().why()).isEqualTo("no grant");
  }

  private Pair settled() {
    Pair pair = world.pair("1");
    world.left.edit(pair.left(), tags(A));
    world.right.edit(pair.right(), tags(A));
    world.backfill.run(SITE, MAPPING, java.time.Instant.EPOCH);
    world.run();
    return pair;
  }

  private Forecast.Pair only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private RemoteFailure failure() {
    return switch (page(Cursor.START)) {
      case Outcome.Failed<Forecast>(RemoteFailure failure) -> failure;
      case Outcome.Done<Forecast> done -> throw new AssertionError(done);
    };
  }

  private List<Forecast.Pair> all() {
    List<Forecast.Pair> pairs = new ArrayList<>();
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      Forecast page = ((Outcome.Done<Forecast>) page(next.get())).value();
      pairs.addAll(page.pairs());
      next = page.next();
    }
    return pairs;
  }

  private Outcome<Forecast> page(Cursor from) {
    return dryRun.page(new DryRun.Scope(SITE, MAPPING, from));
  }
}
