package tandem.sync.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import tandem.sync.engine.RunReport;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.replica.Change;
import tandem.sync.replica.Observation;
import tandem.sync.store.LinkState;
import tandem.sync.store.Rulings;

/**
 * Plays a history on the real engine, on one thread and in virtual time. A process that waits lets
 * the rest of the world go on inside of it, as deep as the history says.
 */
final class Play implements TroubledReplica.Road {
  private static final int NOTHING = Integer.MAX_VALUE;

  /** The longest that a remote call lasts; then its caller gives it up. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  /** How much later a call that was given up may take effect. */
  private static final Duration LATE = Duration.ofSeconds(9);

  private final History history;
  private final House house;
  private final People people = new People();
  private final Admin admin = new Admin(this);
  private final Trace trace;
  private final List<Event> waiting = new ArrayList<>();
  private final List<Event> delivered = new ArrayList<>();
  private final SortedMap<Instant, Runnable> late = new TreeMap<>();
  private Map<IssueId, Integer> looks = new HashMap<>();
  private Optional<Instant> deadline = Optional.empty();
  private boolean calm = true;
  private boolean anyLost;
  private boolean byPerson;
  private int awaits;
  private int calls;

  /** A webhook. */
  record Event(Side side, Observation.Present seen) {}

  Play(History history, Mutant mutant, boolean inWords) {
    this.history = history;
    this.trace = new Trace(inWords);
    this.house = new House(history, mutant, this);
  }

  /** Plays it to the end of the trouble. What follows is the oracle's. */
  Play run() {
    begin();
    calm = false;
    history.steps().forEach(this::survive);
    calm = true;
    return this;
  }

  private void begin() {
    house.left.listen(seen -> heard(new Event(Side.LEFT, seen)));
    house.right.listen(seen -> heard(new Event(Side.RIGHT, seen)));
    byPerson = true;
    history.start().forEach(draw -> house.pair(draw.tags()));
    byPerson = false;
    waiting.clear();
    note("the backfill");
    house.backfill();
    sweep();
    work(10);
    house.database.onCommit(() -> await(Await.COMMIT), () -> await(Await.COMMITTED));
  }

  private void heard(Event event) {
    waiting.add(event);
    if (!byPerson) {
      int pair = house.pairOf(event.side(), event.seen().issue());
      var place = new People.Place(pair, event.side());
      people.wrote(place, event.seen().snapshot().budgets());
    }
  }

  private void survive(Step step) {
    try {
      take(step);
    } catch (Death death) {
      anyLost |= step instanceof Step.Deliver;
      note("  restarts");
    }
  }

  void take(Step step) {
    switch (step) {
      case Step.Edit edit -> edit(edit);
      case Step.Deliver(int pick, boolean bare) -> deliver(pick, bare);
      case Step.Repeat(int pick) -> repeat(pick);
      case Step.Lose(int pick) -> lose(pick);
      case Step.Pass(Duration time) -> pass(time);
      case Step.Work work -> {
        RunReport unused = work(1);
      }
      case Step.Sweep sweep -> sweep();
      case Step.Choose choose -> admin.choose(choose);
      case Step.Undo undo -> admin.undo(undo);
    }
  }

  private void edit(Step.Edit edit) {
    pass(Duration.ofMillis(5));
    SortedSet<Budget> held = house.tags(edit.pair(), edit.side());
    SortedSet<Budget> tags = new TreeSet<>(edit.act() == Step.Act.ADDS ? held : List.of());
    if (edit.act() != Step.Act.CLEARS) {
      tags.add(edit.budget());
    }
    if (!tags.equals(held)) {
      Draw value = tags.isEmpty() ? Draw.NONE : Draw.on(edit.budget());
      edit(edit.pair(), edit.side(), tags, value);
    }
  }

  void edit(int pair, Side side, SortedSet<Budget> tags, Draw value) {
    LinkState state = house.state(pair);
    Draw base = state.base().map(LinkState.Base::draw).orElse(Draw.NONE);
    var place = new People.Place(pair, side);
    var choice = new People.Choice(value, tags.size() <= 1);
    boolean back =
        value.equals(base)
            || undoes(state, place, value)
            || isAsRuled(place, tags)
            || (tags.size() > 1 && people.chose(pair, value));
    var edit = people.edit(place, choice, back, saw(state, place));
    people.found(edit, house.tags(pair, side), house.instant());
    note(
        "edit "
            + edit.number()
            + ": a person sets "
            + house.issue(pair, side).value()
            + " from "
            + Words.of(house.tags(pair, side))
            + " to "
            + Words.of(tags)
            + (edit.saw() > 0 ? ", having seen edit " + edit.saw() : ""));
    byPerson = true;
    house.tracker(side).edit(house.issue(pair, side), tags);
    byPerson = false;
  }

  /** It brings back what a write of ours replaced that has no answer yet. */
  private static boolean undoes(LinkState state, People.Place place, Draw value) {
    return state.intents(place.side()).stream()
        .anyMatch(intent -> !intent.answered() && intent.before().containsAll(value.tags()));
  }

  /** While a ruling waits, what it was given over and what it says are both as good as no edit. */
  private boolean isAsRuled(People.Place place, SortedSet<Budget> tags) {
    return house
        .rulings
        .open(house.link(place.pair()))
        .map(Rulings.Given::ruling)
        .filter(it -> tags.equals(it.seen(place.side())) || tags.equals(it.value().tags()))
        .isPresent();
  }

  /** While a write of ours has no answer, nobody can tell whether this edit came before it. */
  private int saw(LinkState state, People.Place place) {
    boolean unanswered =
        state.intents(place.side()).stream().anyMatch(intent -> !intent.answered());
    return unanswered ? 0 : people.shown(place.pair(), place.side());
  }

  private void deliver(int pick, boolean bare) {
    if (!waiting.isEmpty()) {
      Event event = waiting.remove(pick % waiting.size());
      delivered.add(event);
      arrive(event, bare);
    }
  }

  private void repeat(int pick) {
    if (!delivered.isEmpty()) {
      arrive(delivered.get(pick % delivered.size()), false);
    }
  }

  private void lose(int pick) {
    if (!waiting.isEmpty()) {
      Event event = waiting.remove(pick % waiting.size());
      delivered.add(event);
      anyLost = true;
      note("lost: " + inWords(event));
    }
  }

  /** An event arrives, with what it says or without. */
  int arrive(Event event, boolean bare) {
    note((bare ? "bare news: " : "news: ") + inWords(event));
    return bare
        ? house.intake.touched(House.SITE, event.side(), event.seen().issue())
        : house.intake.observed(House.SITE, event.side(), event.seen());
  }

  private static String inWords(Event event) {
    return event.seen().issue().value() + " holds " + Words.of(event.seen().snapshot().budgets());
  }

  /** Time goes on, but never past the end of a call that is under way. */
  void pass(Duration time) {
    Instant asked = house.instant().plus(time);
    Instant until = deadline.filter(asked::isAfter).orElse(asked);
    while (!late.isEmpty() && !late.firstKey().isAfter(until)) {
      Instant at = late.firstKey();
      Runnable effect = late.remove(at);
      advanceTo(at);
      note("a write that was given up takes effect");
      effect.run();
    }
    advanceTo(until);
  }

  private void advanceTo(Instant until) {
    if (until.isAfter(house.instant())) {
      house.advance(Duration.between(house.instant(), until));
    }
  }

  /** Works on due links until none is due, at most so many. */
  RunReport work(int most) {
    RunReport total = RunReport.NOTHING;
    for (int i = 0; i < most && !house.engine.tenantsDue().isEmpty(); i++) {
      total = total.plus(turn());
    }
    return total;
  }

  private RunReport turn() {
    Map<IssueId, Integer> outer = looks;
    looks = new HashMap<>();
    try {
      note("a worker begins");
      RunReport report = house.worker().runDue(House.SITE, 1);
      note("a worker ends: " + outcome(report));
      return report;
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof Death death) {
        throw death;
      }
      throw wrapped;
    } finally {
      looks = outer;
    }
  }

  private static String outcome(RunReport report) {
    return report.lost() > 0
        ? "it lost its lease"
        : report.postponed() > 0 ? "later" : report.quarantined() > 0 ? "set aside" : "done";
  }

  void sweep() {
    note("a sweep");
    var unused = house.sweep.run(House.SITE, House.MAPPING);
  }

  @Override
  public void await(Await point) {
    if (calm) {
      return;
    }
    Incident incident = history.incidents().get(++awaits);
    switch (incident) {
      case null -> {}
      case Incident.Dies dies -> {
        note("  dies at " + point);
        throw new Death();
      }
      case Incident.Waits waits -> waits(point, waits);
    }
  }

  private void waits(Await point, Incident.Waits waits) {
    if (point == Await.COMMIT) {
      return;
    }
    note("  waits at " + point + " for " + waits.time().toMillis() + " ms; meanwhile");
    Optional<Instant> outer = deadline;
    Instant end = house.instant().plus(LONGEST_CALL);
    if (point == Await.CALL && outer.filter(end::isAfter).isEmpty()) {
      deadline = Optional.of(end);
    }
    pass(waits.time());
    waits.meanwhile().forEach(this::survive);
    deadline = outer;
    note("  goes on");
  }

  @Override
  public Trouble next(String call) {
    Trouble trouble = calm ? Trouble.NONE : history.troubles().getOrDefault(++calls, Trouble.NONE);
    note("  it " + call + (trouble == Trouble.NONE ? "" : ", but " + trouble));
    return trouble;
  }

  @Override
  public void later(Runnable effect) {
    late.put(house.instant().plus(LATE), effect);
  }

  @Override
  public void looks(IssueId issue) {
    looks.put(issue, people.edits());
  }

  @Override
  public int knowledge(IssueId issue) {
    return looks.getOrDefault(issue, NOTHING);
  }

  @Override
  public void strikes(IssueId issue, Change change, int knowledge) {
    Side side = house.sideOf(issue);
    switch (change) {
      case Change.Retag retag ->
          people.struck(new People.Place(house.pairOf(side, issue), side), retag, knowledge);
    }
  }

  @Override
  public Instant now() {
    return house.instant();
  }

  void note(String line) {
    trace.note(house.age(), line);
  }

  House house() {
    return house;
  }

  People people() {
    return people;
  }

  History history() {
    return history;
  }

  List<Event> waiting() {
    return waiting;
  }

  /** Only what was lost may have to wait for a sweep. */
  boolean anyLost() {
    return anyLost;
  }

  /** Events that arrived or were lost. */
  List<Event> past() {
    return delivered;
  }

  Trace trace() {
    return trace;
  }
}
