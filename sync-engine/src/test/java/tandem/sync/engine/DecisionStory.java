package tandem.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import tandem.sync.engine.World.DecisionEvent;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.Original;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.FakeTracker.DecisionNews;

/**
 * One seeded history of one decision: people set its fields on both sides, each time to a value
 * that nobody ever set before; events are lost, doubled, late and out of order, calls fail before
 * and after they happen, the process dies at any call and at either edge of any commit. The same
 * seed is the same history.
 */
final class DecisionStory {
  static final DecisionId ID = new DecisionId("d-1");
  private static final List<Fact> FIELDS = List.of(Fact.SPACE, Fact.SUPERSEDES, Fact.REVIEW_ON);

  private final World world = new World();
  private final Pair pair = world.settledPair("1", World.A);
  private final SplittableRandom random;
  private final List<Edit> edits = new ArrayList<>();
  private final StringBuilder trace = new StringBuilder();
  private final double trouble;
  private final double death;
  private final double haste;
  private final Set<Edit> inACall = new HashSet<>();
  private final List<String> untold = new ArrayList<>();
  private boolean calm;
  private boolean unanswered;
  private Optional<String> replaced = Optional.empty();

  /**
   * A person set a field.
   *
   * @param before what it said there and then
   * @param inTheDark a write to this side had no answer then, so nobody can tell later whether it
   *     was made in its knowledge (docs/reconcile.md, known limits)
   */
  record Edit(Side side, Fact field, String before, String after, boolean inTheDark) {}

  DecisionStory(long seed) {
    this(seed, false);
  }

  /**
   * @param deaf a mutant: what the events tell of the values that writes replaced is not heard
   */
  DecisionStory(long seed, boolean deaf) {
    if (deaf) {
      world.deafen();
    }
    this.random = new SplittableRandom(seed);
    this.trouble = random.nextInt(3) * 0.15;
    this.death = random.nextInt(3) * 0.03;
    this.haste = random.nextInt(3) * 0.1;
    ConflictPolicy[] answering = {
      ConflictPolicy.LATEST, ConflictPolicy.PREFER_LEFT, ConflictPolicy.PREFER_RIGHT
    };
    world.policy(answering[random.nextInt(answering.length)]);
    world.left.edit(pair.left(), Decision.blank(ID).withTitle(Passage.plain("Title")));
    world.settle();
  }

  /** Plays the history and lets it heal; gives itself for the claims about its end. */
  DecisionStory play() {
    world.left.faults(this::fault);
    world.right.faults(this::fault);
    world.left.midCall(this::midCall);
    world.right.midCall(this::midCall);
    world.left.listenToDecisions(this::struck);
    world.right.listenToDecisions(this::struck);
    world.database.onCommit(this::mayDie, this::mayDie);
    int steps = 5 + random.nextInt(25);
    for (int i = 0; i < steps; i++) {
      survive(this::step);
    }
    heal();
    return this;
  }

  /** Of a write that has no answer it may never be known that it happened (P07). */
  private void struck(DecisionNews news) {
    if (news.of().ours()) {
      replaced = news.before().map(Original::text);
      replaced.filter(text -> unanswered).ifPresent(untold::add);
    }
  }

  private Fault fault(Call call) {
    replaced = Optional.empty();
    Fault fault = drawn(call);
    unanswered = fault == Fault.ERROR_AFTER;
    return fault;
  }

  private Fault drawn(Call call) {
    if (calm || random.nextDouble() >= trouble) {
      return Fault.NONE;
    }
    Fault[] faults = {
      Fault.RATE_LIMITED, Fault.ERROR_BEFORE, Fault.ERROR_AFTER, Fault.REJECTED, Fault.NO_EFFECT
    };
    Fault fault = faults[random.nextInt(faults.length)];
    note(call + " suffers " + fault);
    return fault;
  }

  /** People edit also while a call is under way, on either side. */
  private void midCall() {
    if (!calm && random.nextDouble() < haste) {
      edit(random.nextBoolean() ? Side.LEFT : Side.RIGHT);
      inACall.add(edits.getLast());
    }
    mayDie();
  }

  private void mayDie() {
    if (!calm && random.nextDouble() < death) {
      note("dies");
      replaced.ifPresent(untold::add);
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
    switch (random.nextInt(7)) {
      case 0, 1 -> edit(random.nextBoolean() ? Side.LEFT : Side.RIGHT);
      case 2, 3 -> deliver();
      case 4, 5 -> turn();
      default -> {
        world.advance(Duration.ofMillis(random.nextInt(90_000)));
        turn();
      }
    }
  }

  private void edit(Side side) {
    world.advance(Duration.ofMillis(5));
    Decision held = held(side);
    Fact field = FIELDS.get(random.nextInt(FIELDS.size()));
    Edit edit = new Edit(side, field, said(held, field), "v" + edits.size(), hasUnanswered(side));
    edits.add(edit);
    note(edit.toString());
    world.tracker(side).edit(pair.issue(side), held.withFact(field, Passage.plain(edit.after())));
  }

  private boolean hasUnanswered(Side side) {
    return world.links.decisions().find(world.link(pair)).of(ID).intents().stream()
        .anyMatch(intent -> intent.side() == side && !intent.answered());
  }

  private void deliver() {
    if (world.decisionEvents.isEmpty()) {
      return;
    }
    List<DecisionEvent> waiting = new ArrayList<>(world.decisionEvents);
    DecisionEvent event = waiting.get(random.nextInt(waiting.size()));
    int fate = random.nextInt(8);
    if (fate != 0) {
      world.decisionEvents.remove(event);
    }
    List<String> tells = tells(event);
    untold.addAll(tells);
    if (fate == 1) {
      note("an event is lost");
    } else {
      note("an event of " + event.side() + " arrives");
      world.deliver(event);
      tells.forEach(untold::remove);
    }
  }

  /**
   * Edits that are known to be overwritten by this event, unless it is lost, or the process dies of
   * it: a write's tells what it replaced, on the left only together with that one's own.
   */
  private static List<String> tells(DecisionEvent event) {
    DecisionNews news = event.news();
    Optional<Original> told =
        news.of().ours() ? news.before() : news.now().filter(own -> event.side() == Side.LEFT);
    return told.map(Original::text).stream().toList();
  }

  /**
   * It was made while a call was under way, and what would tell that a write of ours replaced it
   * never arrived, or that write had no answer.
   */
  boolean isUntold(Edit edit) {
    return inACall.contains(edit) && untold.stream().anyMatch(text -> isIn(text, edit));
  }

  /** It, or what replaced it knowingly; then what it replaced may stand. */
  boolean mayBeLost(Edit edit) {
    return isUntold(edit)
        || isInDoubt(edit)
        || edits.stream().anyMatch(later -> isOver(edit, later) && mayBeLost(later));
  }

  private boolean isInDoubt(Edit edit) {
    return world.links.decisions().allDisputes().stream()
        .filter(dispute -> dispute.why().equals("D24"))
        .anyMatch(dispute -> isIn(dispute.left(), edit) || isIn(dispute.right(), edit));
  }

  static boolean isOver(Edit edit, Edit later) {
    return later.field() == edit.field() && later.before().equals(edit.after());
  }

  static boolean isIn(String text, Edit edit) {
    return text.equals(edit.after()) || text.contains("\"" + edit.after() + "\"");
  }

  private void turn() {
    if (!world.engine.tenantsDue().isEmpty()) {
      note(world.engine.runDue(World.SITE, 1).toString());
    }
  }

  /** The trouble ends; late events arrive, waits run out, a sweep touches what was missed. */
  private void heal() {
    calm = true;
    note("calm");
    for (int i = 0; i < 3; i++) {
      world.settle();
      world.advance(Duration.ofMinutes(20));
      world.intake.touched(World.SITE, Side.LEFT, pair.left());
      world.intake.touched(World.SITE, Side.RIGHT, pair.right());
      boolean unused = world.engine.replay(World.SITE, world.link(pair));
      retryWhatWasSetAside();
    }
    world.settle();
  }

  private void retryWhatWasSetAside() {
    var which = new ChooseDecision.Which(World.SITE, world.link(pair), ID);
    Answer unused = new ChooseDecision(world.durable).again(which);
  }

  World world() {
    return world;
  }

  Pair pair() {
    return pair;
  }

  List<Edit> edits() {
    return edits;
  }

  Decision held(Side side) {
    Held held = world.tracker(side).held(pair.issue(side), ID).orElseThrow();
    return ((Held.Legible) held).decision();
  }

  /** What each field says in the end. */
  Map<Fact, String> outcome(Side side) {
    Map<Fact, String> outcome = new EnumMap<>(Fact.class);
    FIELDS.forEach(field -> outcome.put(field, said(held(side), field)));
    return outcome;
  }

  /** Everything that a conflict or a receipt keeps. */
  Stream<String> kept() {
    var decisions = world.links.decisions();
    return Stream.concat(
        decisions.allDisputes().stream().flatMap(it -> Stream.of(it.base(), it.left(), it.right())),
        decisions.receipts(world.link(pair)).stream().map(it -> it.intent().before()));
  }

  private static String said(Decision decision, Fact field) {
    return Optional.of(decision).flatMap(it -> it.fact(field)).map(Passage::written).orElse("");
  }

  private void note(String line) {
    trace.append(Duration.between(Instant.EPOCH, world.instant()).toMillis()).append(' ');
    trace.append(line).append('\n');
  }

  String trace() {
    return trace.toString();
  }
}
