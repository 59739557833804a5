package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import tandem.sync.engine.World.DecisionEvent;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;
import tandem.sync.queue.Lease;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.store.MemoryDriftLog;
import tandem.sync.store.MemorySweepMarks;

/**
 * Plays one history of decisions: people set facts and write paragraphs on both sides, each time a
 * word that nobody ever wrote before; events are lost, doubled, late and out of order, calls fail
 * before and after they happen, a process dies, or is held up while others work, at any call and at
 * the edges of any commit.
 */
final class DecisionStory {
  /** The longest that a remote call lasts; then its caller gives it up. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private static final int LONGEST_STALL = 120_000;

  /** As many as may be at work at once; the first ones are held up. */
  private static final int WORKERS = 3;

  static final List<Fault> FAULTS =
      List.of(
          Fault.RATE_LIMITED,
          Fault.ERROR_BEFORE,
          Fault.ERROR_AFTER,
          Fault.REJECTED,
          Fault.NO_EFFECT);

  private final DecisionMutant mutant;
  private final World world;
  private final Pair pair;
  private final Sweep sweep;
  private final DecisionPeople people;
  private final DecisionGrapevine grapevine = new DecisionGrapevine();
  private final StringBuilder trace = new StringBuilder();
  private final DecisionHistory history;
  private SplittableRandom chance;
  private final List<Engine> workers = new ArrayList<>();
  private Instant callEnds = Instant.MAX;
  private int heldUp;
  private boolean calm;

  DecisionStory(DecisionHistory history, DecisionMutant mutant) {
    this.mutant = mutant;
    this.world = new World(mutant);
    this.pair = world.settledPair("1", World.A);
    this.sweep = world.sweep(new MemorySweepMarks(), new MemoryDriftLog());
    this.people = new DecisionPeople(world, pair);
    this.history = history;
    this.chance = history.chances(0);
    for (int i = 0; i < WORKERS; i++) {
      workers.add(world.worker("worker " + i));
    }
    world.policy(history.policy());
    if (history.chances(-1).nextBoolean()) {
      world.right.listDecisions();
    }
    world.left.edit(pair.left(), people.draft(DecisionPeople.FIRST, Side.LEFT));
    world.settle();
  }

  /** Plays the history and lets it heal; gives itself for the claims about its end. */
  DecisionStory play() {
    world.left.faults(this::fault);
    world.right.faults(this::fault);
    world.left.midCall(this::midCall);
    world.right.midCall(this::midCall);
    world.left.listenToDecisions(grapevine::struck);
    world.right.listenToDecisions(grapevine::struck);
    world.database.onCommit(this::mayDie, this::committed);
    for (int step : history.steps()) {
      chance = history.chances(step);
      survive(this::step);
    }
    heal();
    return this;
  }

  private Fault fault(Call call) {
    Fault fault = drawn(call);
    grapevine.begins(fault == Fault.ERROR_AFTER);
    return fault;
  }

  private Fault drawn(Call call) {
    if (!happens(history.levels().trouble())) {
      return Fault.NONE;
    }
    Fault fault = FAULTS.get(chance.nextInt(FAULTS.size()));
    note(call + " suffers " + fault);
    return fault;
  }

  private boolean happens(double level) {
    return !calm && chance.nextDouble() < level;
  }

  /** People edit also while a call is under way, on either side. */
  private void midCall() {
    boolean onItsWay = !grapevine.call().arrived();
    if (happens(history.levels().haste())) {
      act(true);
    }
    mayBeHeldUp(onItsWay ? world.instant().plus(LONGEST_CALL) : Instant.MAX);
    mayDie();
    grapevine.arrives();
  }

  private void committed() {
    mayBeHeldUp(Instant.MAX);
    mayDie();
  }

  /** The rest of the world goes on meanwhile, within the time that a call lasts where it is one. */
  private void mayBeHeldUp(Instant atMost) {
    if (!happens(history.levels().stall()) || heldUp == WORKERS - 1) {
      return;
    }
    note("is held up; meanwhile");
    Instant begin = world.instant();
    Instant outer = callEnds;
    DecisionGrapevine.Call call = grapevine.call();
    callEnds = atMost.isBefore(outer) ? atMost : outer;
    heldUp++;
    goOnWithout();
    heldUp--;
    callEnds = outer;
    grapevine.goesOn(call);
    if (world.instant().isAfter(begin.plus(Lease.FOR_A_CALL))) {
      grapevine.isUnheard();
    }
    note("goes on");
  }

  private void goOnWithout() {
    pass(Duration.ofMillis(chance.nextInt(LONGEST_STALL)));
    int steps = 1 + chance.nextInt(4);
    for (int i = 0; i < steps; i++) {
      survive(this::step);
    }
  }

  private void pass(Duration time) {
    Instant asked = world.instant().plus(time);
    Instant until = asked.isBefore(callEnds) ? asked : callEnds;
    if (until.isAfter(world.instant())) {
      world.advance(Duration.between(world.instant(), until));
    }
  }

  private void mayDie() {
    if (happens(history.levels().death())) {
      note("dies");
      grapevine.isUnheard();
      throw new Crash();
    }
  }

  private void survive(Runnable step) {
    try {
      step.run();
    } catch (Crash dead) {
      note("restarts");
    } catch (CompletionException wrapped) {
      if (!(wrapped.getCause() instanceof Crash)) {
        throw wrapped;
      }
      note("restarts");
    }
  }

  private void step() {
    switch (chance.nextInt(7)) {
      case 0, 1 -> act(heldUp > 0);
      case 2, 3 -> deliver();
      case 4, 5 -> turn();
      default -> {
        pass(Duration.ofMillis(chance.nextInt(90_000)));
        turn();
      }
    }
  }

  private void act(boolean inAWindow) {
    Side side = chance.nextBoolean() ? Side.LEFT : Side.RIGHT;
    if (!happens(history.levels().coming())) {
      people.edit(side, chance, inAWindow).ifPresent(edit -> note(edit.toString()));
    } else if (chance.nextBoolean()) {
      people.begin(side).ifPresent(id -> note(side + " begins " + id));
    } else {
      people.delete(side, chance, inAWindow).ifPresent(deletion -> note(deletion.toString()));
    }
  }

  private void deliver() {
    if (world.decisionEvents.isEmpty()) {
      return;
    }
    List<DecisionEvent> waiting = new ArrayList<>(world.decisionEvents);
    DecisionEvent event = waiting.get(chance.nextInt(waiting.size()));
    int fate = chance.nextInt(8);
    if (fate != 0) {
      world.decisionEvents.remove(event);
    }
    List<String> tells = grapevine.silence(event);
    if (fate == 1) {
      note("an event is lost");
    } else {
      note("an event of " + event.side() + " arrives");
      world.deliver(event);
      grapevine.isTold(tells);
    }
  }

  private void turn() {
    Engine worker = workers.get(heldUp);
    if (!worker.tenantsDue().isEmpty()) {
      note(worker.runDue(World.SITE, 1).toString());
    }
  }

  /** The trouble ends; late events arrive, waits run out, a sweep finds what was missed. */
  private void heal() {
    calm = true;
    note("calm");
    for (int i = 0; i < 3; i++) {
      world.settle();
      world.advance(World.REVISITED_AFTER.plusMinutes(1));
      if (mutant.sweeps()) {
        SweepReport unseen = sweep.run(World.SITE, World.MAPPING);
      }
      boolean unused = world.engine.replay(World.SITE, world.link(pair));
      retryWhatWasSetAside();
    }
    world.settle();
  }

  private void retryWhatWasSetAside() {
    for (DecisionId id : people.ids()) {
      var which = new ChooseDecision.Which(World.SITE, world.link(pair), id);
      Answer unused = new ChooseDecision(world.durable).again(which);
    }
  }

  World world() {
    return world;
  }

  Pair pair() {
    return pair;
  }

  DecisionPeople people() {
    return people;
  }

  DecisionGrapevine grapevine() {
    return grapevine;
  }

  private void note(String line) {
    trace.append(Duration.between(Instant.EPOCH, world.instant()).toMillis()).append(' ');
    trace.append(line).append('\n');
  }

  String trace() {
    return trace.toString();
  }
}
