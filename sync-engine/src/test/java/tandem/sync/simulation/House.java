package tandem.sync.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import tandem.sync.engine.Backfill;
import tandem.sync.engine.Choose;
import tandem.sync.engine.Durable;
import tandem.sync.engine.Engine;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Replicas;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.engine.Sweep;
import tandem.sync.engine.Undo;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.queue.MemoryWorkQueue;
import tandem.sync.replica.FakeTracker;
import tandem.sync.replica.Replica;
import tandem.sync.store.LinkState;
import tandem.sync.store.MemoryBackfillStore;
import tandem.sync.store.MemoryCreations;
import tandem.sync.store.MemoryDatabase;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemoryLinkStore;
import tandem.sync.store.MemoryPartings;
import tandem.sync.store.MemoryRevisits;
import tandem.sync.store.MemoryRulings;
import tandem.sync.store.MemoryTwinHints;

/** Two trackers and the real engine over maps, with the clock in hand. */
final class House implements InstantSource {
  static final InstallationId SITE = new InstallationId(1);
  static final MappingId MAPPING = new MappingId(1);
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HINT = "left:";

  final FakeTracker left;
  final FakeTracker right;
  final MemoryDatabase database;
  final MemoryLinkStore links;
  final MemoryWorkQueue queue;
  final Intake intake;
  final Engine engine;
  private final Durable durable;
  private final Replicas replicas;
  final Sweep sweep;
  final MemoryRulings rulings;
  final Choose choose;
  final Undo undo;
  private final List<IssueId> lefts = new ArrayList<>();
  private final List<IssueId> rights = new ArrayList<>();
  private final Duration skew;
  private Instant now = START;

  House(History history, Mutant mutant, TroubledReplica.Road road) {
    this.skew = history.skew();
    this.left = new FakeTracker("L", START);
    this.right = new FakeTracker("R", START.plus(skew));
    this.database = mutant.database();
    this.links = mutant.links(database, this);
    this.queue = mutant.queue(database, links);
    this.rulings = mutant.rulings(database, this);
    this.durable = new Durable(database, links, queue, rulings, this);
    Opened opened = opened(mutant, history.policy(), road);
    this.replicas = mapping -> opened;
    this.intake = new Intake(durable);
    this.engine = worker();
    this.sweep = new Sweep(durable, sweepBooks(mutant), replicas, (mapping, hint) -> key(hint));
    this.choose = new Choose(durable);
    this.undo = new Undo(durable, replicas);
  }

  /** A process of its own: one that works already takes no second link of the tenant. */
  Engine worker() {
    return new Engine(durable, replicas, Runnable::run, "worker");
  }

  private Sweep.Books sweepBooks(Mutant mutant) {
    MemoryDatabase aside = new MemoryDatabase();
    return new Sweep.Books(
        mutant.marks(this),
        new MemoryDriftLog(),
        new MemoryPartings(aside, links),
        new MemoryCreations(aside),
        new Sweep.Looks(new MemoryRevisits(aside, links), Duration.ofHours(2)));
  }

  /** The full pass that finds the pairs. */
  void backfill() {
    MemoryDatabase aside = new MemoryDatabase();
    var books =
        new Backfill.Books(
            new MemoryBackfillStore(aside),
            new MemoryTwinHints(aside),
            new MemoryPartings(aside, links),
            new MemoryCreations(aside));
    var pass = new Backfill(durable, books, replicas, (mapping, hint) -> key(hint));
    var unused = pass.run(SITE, MAPPING, Instant.EPOCH);
  }

  private Opened opened(Mutant mutant, ConflictPolicy policy, TroubledReplica.Road road) {
    SortedMap<Budget, Integer> shares = new TreeMap<>();
    Fate.BUDGETS.forEach(budget -> shares.put(budget, 1));
    Replica troubledLeft = new TroubledReplica(left, road);
    Replica troubledRight = new TroubledReplica(right, road);
    return new Opened.Ready(
        mutant.replica(troubledLeft, this, Side.LEFT),
        mutant.replica(troubledRight, this, Side.RIGHT),
        new MappingRules(shares, policy));
  }

  private static Optional<String> key(String hint) {
    return Optional.of(hint.substring(HINT.length()));
  }

  /** Makes a pair that the backfill finds and links. */
  void pair(SortedSet<Budget> tags) {
    String number = String.valueOf(lefts.size() + 1);
    lefts.add(left.create(number, Set.of(), Set.of()));
    rights.add(right.create(number, Set.of(), Set.of(HINT + "L-" + number)));
    left.edit(lefts.getLast(), tags);
    right.edit(rights.getLast(), tags);
  }

  int pairs() {
    return lefts.size();
  }

  IssueId issue(int pair, Side side) {
    return (side == Side.LEFT ? lefts : rights).get(pair);
  }

  Side sideOf(IssueId issue) {
    return lefts.contains(issue) ? Side.LEFT : Side.RIGHT;
  }

  int pairOf(Side side, IssueId issue) {
    return (side == Side.LEFT ? lefts : rights).indexOf(issue);
  }

  FakeTracker tracker(Side side) {
    return side == Side.LEFT ? left : right;
  }

  SortedSet<Budget> tags(int pair, Side side) {
    return tracker(side).tags(issue(pair, side));
  }

  LinkId link(int pair) {
    return links.linkOf(SITE, Side.LEFT, issue(pair, Side.LEFT)).orElseThrow();
  }

  LinkState state(int pair) {
    return links.find(link(pair)).orElseThrow();
  }

  int calls() {
    return left.reads() + right.reads() + writes();
  }

  int writes() {
    return left.writes() + right.writes();
  }

  void advance(Duration time) {
    now = now.plus(time);
    left.advanceTo(now);
    right.advanceTo(now.plus(skew));
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Milliseconds since the start. */
  long age() {
    return Duration.between(START, now).toMillis();
  }
}
