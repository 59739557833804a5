package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Held;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.queue.MemoryWorkQueue;
import tandem.sync.replica.FakeTracker;
import tandem.sync.replica.FakeTracker.DecisionNews;
import tandem.sync.replica.Observation;
import tandem.sync.store.MemoryBackfillStore;
import tandem.sync.store.MemoryCreations;
import tandem.sync.store.MemoryDatabase;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemoryLinkStore;
import tandem.sync.store.MemoryPartings;
import tandem.sync.store.MemoryRevisits;
import tandem.sync.store.MemoryRulings;
import tandem.sync.store.MemorySweepMarks;
import tandem.sync.store.MemoryTwinHints;

/** Two trackers, an engine over maps, a clock and webhooks that a test delivers by hand. */
final class World implements InstantSource {
  static final InstallationId SITE = new InstallationId(1);
  static final MappingId MAPPING = new MappingId(1);
  static final Budget A = new Budget("a");
  static final Budget B = new Budget("b");
  static final Budget C = new Budget("c");

  /** Two trackers that answer each other for longer never end. */
  private static final int ENOUGH_ROUNDS = 12;

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  final FakeTracker left = new FakeTracker("LEFT", START);
  final FakeTracker right = new FakeTracker("RIGHT", START, FakeTracker.Shelf.DOCUMENTS);
  final MemoryDatabase database;
  final MemoryLinkStore links;
  final MemoryWorkQueue queue;
  final MemoryRulings rulings;
  final Durable durable;
  final Intake intake;
  final Links view;
  final Engine engine;
  final MemoryBackfillStore runs;
  final MemoryTwinHints hints;
  final MemoryPartings partings;
  static final Duration REVISITED_AFTER = Duration.ofHours(2);

  final MemoryRevisits revisits;
  final MemoryCreations creations;
  final Backfill backfill;
  final Deque<Event> events = new ArrayDeque<>();
  final Deque<DecisionEvent> decisionEvents = new ArrayDeque<>();
  private final SortedMap<Budget, Integer> shares = new TreeMap<>();
  private ConflictPolicy policy = ConflictPolicy.LATEST;
  private Optional<String> paused = Optional.empty();
  private Optional<Side> creates = Optional.empty();
  private Consumer<MappingId> opening = mapping -> {};
  private Instant now = START;
  private final boolean deaf;

  /** A webhook on its way. */
  record Event(Side side, Observation.Present seen) {}

  /** A webhook that tells of a decision. */
  record DecisionEvent(Side side, DecisionNews news) {}

  World() {
    this(DecisionMutant.NONE);
  }

  /**
   * @param mutant of which the engine of this world is made
   */
  World(DecisionMutant mutant) {
    this.database = mutant.database();
    this.links = new MemoryLinkStore(database);
    DecisionMutant.Memory memory = new DecisionMutant.Memory();
    this.queue = mutant.queue(database, memory);
    this.rulings = new MemoryRulings(database);
    this.durable = new Durable(database, mutant.links(links, memory), queue, rulings, this);
    this.deaf = mutant == DecisionMutant.WHAT_A_WRITE_REPLACED_IS_NOT_HEARD;
    this.intake = new Intake(durable);
    this.view = new Links(durable);
    this.engine = worker("one");
    this.runs = new MemoryBackfillStore(database);
    this.hints = new MemoryTwinHints(database);
    this.partings = new MemoryPartings(database, links);
    this.revisits = new MemoryRevisits(database, links);
    this.creations = new MemoryCreations(database);
    this.backfill =
        new Backfill(
            durable, new Backfill.Books(runs, hints, partings, creations), this::open, TWINS);
    shares.putAll(java.util.Map.of(A, 50, B, 30, C, 20));
    left.listen(seen -> events.add(new Event(Side.LEFT, seen)));
    right.listen(seen -> events.add(new Event(Side.RIGHT, seen)));
    left.listenToDecisions(news -> decisionEvents.add(new DecisionEvent(Side.LEFT, news)));
    right.listenToDecisions(news -> decisionEvents.add(new DecisionEvent(Side.RIGHT, news)));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void policy(ConflictPolicy chosen) {
    this.policy = chosen;
  }

  void create(Side on) {
    this.creates = Optional.of(on);
  }

  void pause(String why) {
    this.paused = Optional.of(why);
  }

  void unpause() {
    this.paused = Optional.empty();
  }

  void onOpen(Consumer<MappingId> hook) {
    this.opening = hook;
  }

  Replicas.Opened open(MappingId mapping) {
    opening.accept(mapping);
    return paused
        .<Replicas.Opened>map(Replicas.Opened.Paused::new)
        .orElseGet(() ->
            new Replicas.Opened.Ready(
                left, right, new MappingRules(shares, policy, policy, creates)));
  }

  /** Another process over the same database. */
  Engine worker(String name) {
    return new Engine(durable, this::open, Runnable::run, name);
  }

  Sweep sweep(MemorySweepMarks marks, MemoryDriftLog drift) {
    return new Sweep(
        durable,
        new Sweep.Books(
            marks, drift, partings, creations, new Sweep.Looks(revisits, REVISITED_AFTER)),
        this::open,
        TWINS);
  }

  static final Twins TWINS =
      new Twins() {
        @Override
        public Optional<String> leftKey(MappingId mapping, String hint) {
          return World.leftKey(mapping, hint);
        }

        @Override
        public Optional<String> rightKey(MappingId mapping, String address) {
          return World.leftKey(mapping, address);
        }
      };

  static Optional<String> leftKey(MappingId mapping, String hint) {
    return hint.startsWith("https://site/") ? Optional.of(hint.substring(13)) : Optional.empty();
  }

  /** Makes a pair that the next backfill finds, both sides without a tag. */
  Pair pair(String number) {
    IssueId leftIssue = left.create(number, Set.of(), Set.of());
    IssueId rightIssue = right.create(number, Set.of(), Set.of("https://site/LEFT-" + number));
    return new Pair(leftIssue, rightIssue);
  }

  /** Makes a pair that is linked and settled. */
  Pair settledPair(String number, Budget... tags) {
    Pair pair = pair(number);
    left.edit(pair.left(), World.tags(tags));
    right.edit(pair.right(), World.tags(tags));
    events.clear();
    backfill.run(SITE, MAPPING, Instant.EPOCH);
    run();
    return pair;
  }

  /** Both issues of a link. */
  record Pair(IssueId left, IssueId right) {
    IssueId issue(Side side) {
      return side == Side.LEFT ? left : right;
    }
  }

  LinkId link(Pair pair) {
    return links.linkOf(SITE, Side.LEFT, pair.left()).orElseThrow();
  }

  LinkView view(Pair pair) {
    return view.ofIssue(SITE, Side.LEFT, pair.left()).orElseThrow();
  }

  FakeTracker tracker(Side side) {
    return side == Side.LEFT ? left : right;
  }

  void edit(Side side, Pair pair, Budget... tags) {
    advance(Duration.ofMillis(10));
    tracker(side).edit(pair.issue(side), tags(tags));
  }

  void deliver() {
    while (!events.isEmpty()) {
      deliver(events.poll());
    }
    while (!decisionEvents.isEmpty()) {
      deliver(decisionEvents.poll());
    }
  }

  /** Jira's webhook names the issue, Linear's only the document. */
  int deliver(DecisionEvent event) {
    DecisionNews news = event.news();
    if (news.now().isEmpty()) {
      return event.side() == Side.LEFT
          ? intake.decisionGone(SITE, event.side(), news.issue(), news.ref())
          : intake.decisionTouched(SITE, event.side(), news.ref());
    }
    return event.side() == Side.LEFT
        ? intake.decisionSeen(SITE, event.side(), news.issue(), sighted(news))
        : intake.decisionSeen(SITE, event.side(), told(news));
  }

  private Sighted sighted(DecisionNews news) {
    Held held = FakeTracker.read(news.id(), news.now().orElseThrow());
    Optional<Instant> at = deaf ? Optional.empty() : Optional.of(news.of().at());
    return new Sighted(news.id(), held, at, news.of().ours());
  }

  private Told told(DecisionNews news) {
    Optional<Original> before = deaf ? Optional.empty() : news.before();
    return new Told(news.now().orElseThrow(), before, FakeTracker::read);
  }

  int deliver(Event event) {
    return intake.observed(SITE, event.side(), event.seen());
  }

  void advance(Duration time) {
    now = now.plus(time);
    left.advanceTo(now);
    right.advanceTo(now);
  }

  /** Runs what is due now until nothing is. */
  RunReport run() {
    RunReport total = RunReport.NOTHING;
    for (int turn = 0; turn < 20 && !engine.tenantsDue().isEmpty(); turn++) {
      total = total.plus(engine.runDue(SITE, 10));
    }
    return total;
  }

  /** Events, turns, echoes, until all is quiet. */
  RunReport settle() {
    RunReport total = RunReport.NOTHING;
    int rounds = 0;
    do {
      if (++rounds > ENOUGH_ROUNDS) {
        throw new AssertionError("it is never quiet: " + total);
      }
      deliver();
      total = total.plus(run());
    } while (!events.isEmpty() || !decisionEvents.isEmpty());
    return total;
  }

  int calls() {
    return left.reads() + left.writes() + right.reads() + right.writes();
  }

  static SortedSet<Budget> tags(Budget... budgets) {
    return new TreeSet<>(List.of(budgets));
  }

  List<SortedSet<Budget>> tags(Pair pair) {
    return new ArrayList<>(List.of(left.tags(pair.left()), right.tags(pair.right())));
  }
}
