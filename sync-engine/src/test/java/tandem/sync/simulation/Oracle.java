package tandem.sync.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import tandem.sync.engine.RunReport;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.simulation.People.Edit;
import tandem.sync.simulation.People.Ruled;
import tandem.sync.simulation.Play.Event;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings;

/** Lets a played world come to rest and says which promise is broken, if one is. */
final class Oracle {
  /** Longer than every wait that the engine or a tracker asks for. */
  private static final Duration LONG = Duration.ofMinutes(20);

  private static final int MANY_TURNS = 20;

  private final Play play;
  private final House house;
  private final Mutant mutant;

  private Oracle(Play play, Mutant mutant) {
    this.play = play;
    this.house = play.house();
    this.mutant = mutant;
  }

  /** A broken promise. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String promise) {
      super(promise, null, false, false);
    }
  }

  /** Plays on: the trouble is over, what is late arrives, waits run out, sweeps come by. */
  static Optional<String> broken(Play play, Mutant mutant) {
    try {
      new Oracle(play, mutant).judge();
      return Optional.empty();
    } catch (Broken broken) {
      play.note("BROKEN: " + broken.getMessage());
      return Optional.of(broken.getMessage());
    }
  }

  private static void claim(boolean holds, String promise) {
    if (!holds) {
      throw new Broken(promise);
    }
  }

  private void judge() {
    play.note("the trouble is over");
    heal();
    everyPair(this::isOneOrOpen);
    everyPair(this::settleByHand);
    heal();
    everyPair(this::isOne);
    everyPair(this::lostEditsAreKept);
    everyPair(this::isTheLastWord);
    isAtRest();
    isQuiet();
  }

  private interface Claim {
    void about(int pair);
  }

  private void everyPair(Claim claim) {
    for (int pair = 0; pair < house.pairs(); pair++) {
      claim.about(pair);
    }
  }

  /** Twice, so that what the first sweep finds has its echoes and waits as well. */
  private void heal() {
    for (int round = 0; round < 2; round++) {
      play.pass(LONG);
      settle();
      if (mutant.sweeps() && play.anyLost()) {
        play.sweep();
      }
      settle();
      everyPair(this::replay);
    }
  }

  private void settle() {
    for (int i = 0; i < MANY_TURNS; i++) {
      while (!play.waiting().isEmpty()) {
        play.take(new Step.Deliver(0, false));
      }
      RunReport unused = play.work(MANY_TURNS);
      if (play.waiting().isEmpty() && house.engine.tenantsDue().isEmpty()) {
        return;
      }
    }
    throw new Broken("it never comes to rest");
  }

  /** A person replays what was set aside for a reason that has passed. */
  private void replay(int pair) {
    Optional<String> why =
        house.queue.find(house.link(pair)).flatMap(waiting -> waiting.quarantine());
    why.ifPresent(reason -> {
      claim(!reason.contains("fault"), "a fault of ours set a link aside");
      play.note("a person replays " + house.issue(pair, Side.LEFT).value() + ": " + reason);
      claim(house.engine.replay(House.SITE, house.link(pair)), "a link is replayed");
      settle();
    });
  }

  private void isOneOrOpen(int pair) {
    if (house.links.openConflicts(house.link(pair)).isEmpty()) {
      isOne(pair);
    }
  }

  private void isOne(int pair) {
    SortedSet<Budget> tags = house.tags(pair, Side.LEFT);
    claim(tags.equals(house.tags(pair, Side.RIGHT)), "the two sides become one");
    claim(tags.size() <= 1, "a settled issue has one budget at most");
    claim(house.links.openConflicts(house.link(pair)).isEmpty(), "a settled conflict is closed");
  }

  private void settleByHand(int pair) {
    if (house.links.openConflicts(house.link(pair)).isEmpty()) {
      return;
    }
    Edit last = newest(pair).getLast();
    if (play.history().seed() % 2 == 0) {
      Budget budget = last.value().budget().orElse(Fate.BUDGETS.getFirst());
      play.take(new Step.Choose(pair, last.side(), budget));
    } else {
      editBothTo(pair, last.value());
    }
  }

  private void editBothTo(int pair, Draw choice) {
    for (Side side : Side.values()) {
      if (!house.tags(pair, side).equals(choice.tags())) {
        play.edit(pair, side, choice.tags(), choice);
      }
    }
  }

  /** The edits that no other edit replaced knowingly: one, or one of each side. */
  private List<Edit> newest(int pair) {
    List<Edit> last =
        Stream.of(Side.values()).flatMap(side -> play.people().last(pair, side).stream()).toList();
    return last.stream()
        .filter(edit -> last.stream().noneMatch(other -> other.replaced(edit)))
        .toList();
  }

  private void isTheLastWord(int pair) {
    Optional<Ruled> ruled = play.people().lastRuling(pair);
    if (ruled.filter(it -> it.isInformed() && play.people().since(it).isEmpty()).isPresent()) {
      claim(
          ruled.get().tags().equals(house.tags(pair, Side.LEFT)),
          "what a person ruled stands until somebody edits");
      return;
    }
    isTheLastWordOfAnEditor(pair);
  }

  private void isTheLastWordOfAnEditor(int pair) {
    SortedSet<Budget> tags = house.tags(pair, Side.LEFT);
    List<Edit> newest = newest(pair).stream().filter(edit -> !isOverruled(pair, edit)).toList();
    if (newest.isEmpty()) {
      claim(tags.equals(play.history().start().get(pair).tags()), "nobody edited, nothing changes");
      return;
    }
    claim(
        !isCalmTeam(pair) || newest.getFirst().value().tags().equals(tags),
        "where only one side is edited, its last edit wins");
    claim(
        !isCalmTeam(pair) || house.links.conflicts(house.link(pair)).isEmpty(),
        "where only one side is edited, there is no conflict");
    claim(
        newest.stream().anyMatch(edit -> edit.value().tags().equals(tags))
            || mayStand(pair, tags)
            || (newest.stream().anyMatch(play.people()::isAmbiguous)
                && isSomeonesValue(pair, tags)),
        "what stands at the end is a value that nobody replaced knowingly: "
            + numbers(newest)
            + " and not "
            + Words.of(tags));
  }

  /** A ruling that knew it was carried out. */
  private boolean isOverruled(int pair, Edit edit) {
    return play.people()
        .lastRuling(pair)
        .filter(it -> it.isInformed() && edit.number() <= it.moment().edits())
        .filter(it -> house.rulings.ending(it.id()).equals(Optional.of(Rulings.Ending.DONE)))
        .isPresent();
  }

  /** The last ruling's value, where nobody's edit can be told to be newer. */
  private boolean mayStand(int pair, SortedSet<Budget> tags) {
    return play.people()
        .lastRuling(pair)
        .filter(it -> it.tags().equals(tags) && it.moment().isAsSeen(it.ruling()))
        .filter(it -> play.people().since(it).stream().allMatch(play.people()::isAmbiguous))
        .isPresent();
  }

  /** Nothing is ambiguous where one side is edited only, with one tag at a time. */
  private boolean isCalmTeam(int pair) {
    List<Edit> edits = play.people().of(pair);
    return play.people().lastRuling(pair).isEmpty()
        && edits.stream().map(Edit::side).distinct().count() == 1
        && edits.stream().allMatch(edit -> edit.choice().alone());
  }

  /** Taking the leftover of a switch away may also hit a person who just then switches back. */
  private boolean isSomeonesValue(int pair, SortedSet<Budget> tags) {
    return tags.isEmpty()
        || play.people().lastRuling(pair).filter(it -> it.tags().equals(tags)).isPresent()
        || play.people().of(pair).stream().anyMatch(edit -> edit.value().tags().equals(tags));
  }

  private static List<Integer> numbers(List<Edit> edits) {
    return edits.stream().map(Edit::number).toList();
  }

  /**
   * Whoever came next on its side saw it, or Tandem says what it replaced there since, or may have
   * replaced. A tag that was taken away has no such trace (R04).
   */
  private void lostEditsAreKept(int pair) {
    for (Edit edit : play.people().of(pair)) {
      SortedSet<Budget> value = edit.value().tags();
      boolean seen = play.people().next(edit).filter(it -> it.containsAll(value)).isPresent();
      claim(
          seen || traces(edit).stream().anyMatch(kept -> kept.containsAll(value)),
          "edit "
              + edit.number()
              + " was seen by the next person, or stands in the end, or in a receipt or a"
              + " conflict");
    }
  }

  private List<SortedSet<Budget>> traces(Edit edit) {
    int pair = edit.place().pair();
    Instant made = play.people().madeAt(edit);
    List<SortedSet<Budget>> traces = new ArrayList<>();
    traces.add(house.tags(pair, edit.side()));
    for (Receipt receipt : house.links.receipts(house.link(pair))) {
      if (receipt.side() == edit.side() && !receipt.appliedAt().isBefore(made)) {
        traces.add(receipt.before());
      }
    }
    for (ConflictRecord conflict : house.links.conflicts(house.link(pair))) {
      if (!conflict.foundAt().isBefore(made)) {
        traces.add(edit.side() == Side.LEFT ? conflict.left() : conflict.right());
      }
    }
    return traces;
  }

  private void isAtRest() {
    claim(house.queue.size() == 0, "nothing is left in the dirty set");
    everyPair(pair -> claim(house.state(pair).intents().isEmpty(), "no intent is left open"));
  }

  /**
   * Repetitions of any event and one more sweep change nothing; with contents, they cost nothing.
   */
  private void isQuiet() {
    int calls = house.calls();
    for (Event event : List.copyOf(play.past())) {
      claim(play.arrive(event, false) == 0, "an event that comes again is no news");
    }
    play.pass(LONG);
    if (mutant.sweeps()) {
      play.sweep();
    }
    claim(play.work(1).equals(RunReport.NOTHING), "a repetition makes no work");
    claim(house.calls() == calls, "a repetition costs no call");
    int writes = house.writes();
    play.past().forEach(event -> play.arrive(event, true));
    settle();
    claim(house.writes() == writes, "once quiet, nothing is written");
  }
}
