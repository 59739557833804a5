package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import tandem.sync.engine.World.Event;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeTracker.Call;
import tandem.sync.replica.FakeTracker.Fault;
import tandem.sync.store.LinkState;

/**
 * One seeded history of two pairs: people edit, events are lost, doubled, late and out of order,
 * calls fail before and after they happen, the process dies at any call and at either edge of any
 * commit, a second worker takes over while the first is still in a call. Everything happens on one
 * thread in virtual time, so the same seed is the same history.
 */
final class Story {
  private static final List<Budget> BUDGETS = List.of(World.A, World.B, World.C);

  /** Who edits. */
  enum Cast {
    /** Only one side of each pair is edited, as in a calm team: its last edit has to win. */
    ONE_SIDE,
    /** Both sides are edited at once. */
    BOTH_SIDES
  }

  private final World world = new World();
  private final SplittableRandom random;
  private final Cast cast;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Event> delivered = new ArrayList<>();
  private final StringBuilder trace = new StringBuilder();
  private final double trouble;
  private final double death;
  private boolean calm;
  private int depth;
  private int crashes;

  /**
   * A person's edit of one side of one pair.
   *
   * @param backToBase it brought back what both sides had agreed on, which no three-way merge can
   *     tell from no edit at all
   */
  record Edit(int pair, Side side, SortedSet<Budget> tags, boolean backToBase) {}

  Story(long seed, Cast cast) {
    this.random = new SplittableRandom(seed);
    this.cast = cast;
    this.trouble = random.nextInt(3) * 0.15;
    this.death = random.nextInt(3) * 0.03;
    ConflictPolicy[] answering = {
      ConflictPolicy.LATEST, ConflictPolicy.PREFER_LEFT, ConflictPolicy.PREFER_RIGHT
    };
    world.policy(answering[random.nextInt(answering.length)]);
    pairs.add(world.settledPair("1", startingTags()));
    pairs.add(world.settledPair("2", startingTags()));
  }

  private Budget[] startingTags() {
    return random.nextBoolean() ? new Budget[] {anyBudget()} : new Budget[0];
  }

  /** Plays the history and lets it heal; gives itself for the claims about its end. */
  Story play() {
    arrangeTrouble();
    int steps = 5 + random.nextInt(30);
    for (int i = 0; i < steps; i++) {
      survive(this::step);
    }
    heal();
    return this;
  }

  private void arrangeTrouble() {
    world.left.faults(this::fault);
    world.right.faults(this::fault);
    world.left.midCall(this::meanwhile);
    world.right.midCall(this::meanwhile);
    world.database.onCommit(this::maybeDie, this::afterCommit);
  }

  private Fault fault(Call call) {
    if (calm || random.nextDouble() >= trouble) {
      return Fault.NONE;
    }
    Fault[] faults = {
      Fault.RATE_LIMITED,
      Fault.ERROR_BEFORE,
      Fault.ERROR_AFTER,
      Fault.ERROR_AFTER,
      Fault.ACCESS_GONE
    };
    Fault fault = faults[random.nextInt(faults.length)];
    note(call + " suffers " + fault);
    return fault;
  }

  private void maybeDie() {
    if (!calm && random.nextDouble() < death) {
      crashes++;
      note("crash");
      throw new Crash();
    }
  }

  /** Between any two transactions of a worker an event may be taken in. */
  private void afterCommit() {
    maybeDie();
    if (!calm && depth == 0 && random.nextInt(10) == 0) {
      depth++;
      try {
        deliver();
      } finally {
        depth--;
      }
    }
  }

  /** In the middle of a call the rest of the world goes on. */
  private void meanwhile() {
    maybeDie();
    if (calm || depth > 0 || random.nextInt(4) != 0) {
      return;
    }
    depth++;
    try {
      note("meanwhile");
      if (random.nextInt(3) == 0) {
        world.advance(Duration.ofSeconds(61));
      }
      step();
    } finally {
      depth--;
    }
  }

  private void survive(Runnable step) {
    try {
      step.run();
    } catch (Crash dead) {
      note("restart");
    }
  }

  private void step() {
    switch (random.nextInt(6)) {
      case 0, 1 -> edit();
      case 2, 3 -> deliver();
      case 4 -> turn();
      default -> {
        world.advance(Duration.ofMillis(random.nextInt(90_000)));
        turn();
      }
    }
  }

  private void edit() {
    int index = random.nextInt(pairs.size());
    Side side = cast == Cast.BOTH_SIDES && random.nextBoolean() ? Side.RIGHT : Side.LEFT;
    // Of the one-sided pairs one is edited on the left and one on the right.
    Side editor = cast == Cast.ONE_SIDE && index == 1 ? Side.RIGHT : side;
    SortedSet<Budget> tags = new TreeSet<>();
    if (random.nextInt(4) != 0) {
      tags.add(anyBudget());
    }
    Pair pair = pairs.get(index);
    if (world.tracker(editor).tags(pair.issue(editor)).equals(tags)) {
      return;
    }
    edits.add(new Edit(index, editor, tags, isBase(pair, tags)));
    note("edit " + edits.getLast());
    world.edit(editor, pair, tags.toArray(Budget[]::new));
  }

  private boolean isBase(Pair pair, SortedSet<Budget> tags) {
    LinkState state = world.links.find(world.link(pair)).orElseThrow();
    return state.base().map(LinkState.Base::draw).orElse(Draw.NONE).tags().equals(tags);
  }

  private void deliver() {
    if (world.events.isEmpty()) {
      return;
    }
    List<Event> waiting = new ArrayList<>(world.events);
    Event event = waiting.get(random.nextInt(waiting.size()));
    int fate = calm ? 5 : random.nextInt(10);
    if (fate != 0) {
      world.events.remove(event);
    }
    delivered.add(event);
    switch (fate) {
      case 1 -> note("lose " + event);
      case 2 -> {
        note("touch " + event);
        world.intake.touched(World.SITE, event.side(), event.seen().issue());
      }
      default -> {
        note("deliver " + event);
        world.deliver(event);
      }
    }
  }

  private void turn() {
    if (world.engine.tenantsDue().isEmpty()) {
      return;
    }
    try {
      note(world.engine.runDue(World.SITE, 1 + random.nextInt(2)).toString());
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof Crash dead) {
        throw dead;
      }
      throw wrapped;
    }
  }

  /** The trouble ends; late events arrive, waits run out, a sweep finds what was missed. */
  private void heal() {
    calm = true;
    note("calm");
    for (int i = 0; i < 3; i++) {
      world.settle();
      world.advance(Duration.ofMinutes(20));
      world.settle();
      world.backfill.run(World.SITE, World.MAPPING, Instant.EPOCH);
    }
    world.settle();
    note(tagsAtTheEnd().toString());
  }

  private Budget anyBudget() {
    return BUDGETS.get(random.nextInt(BUDGETS.size()));
  }

  private void note(String line) {
    trace.append(line).append('\n');
  }

  World world() {
    return world;
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** The edits of one pair, oldest first. */
  List<Edit> edits(int pair) {
    return edits.stream().filter(edit -> edit.pair() == pair).toList();
  }

  List<Event> delivered() {
    return delivered;
  }

  List<List<SortedSet<Budget>>> tagsAtTheEnd() {
    return pairs.stream().map(world::tags).toList();
  }

  int crashes() {
    return crashes;
  }

  String trace() {
    return trace.toString();
  }
}
