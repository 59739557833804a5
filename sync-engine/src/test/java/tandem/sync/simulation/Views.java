package tandem.sync.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.Replica;
import tandem.sync.store.Glance;
import tandem.sync.store.Intent;
import tandem.sync.store.LinkState;
import tandem.sync.store.Rulings;
import tandem.sync.store.SideState;

/** What mutants take for the state of things. */
final class Views {
  private Views() {}

  /** A replica that a mutant spoils in one place. */
  static class Wrapped implements Replica {
    private final Replica real;

    Wrapped(Replica real) {
      this.real = real;
    }

    @Override
    public Outcome<Observation> read(IssueId issue) {
      return real.read(issue);
    }

    @Override
    public Outcome<Observation> apply(IssueId issue, Change change) {
      return real.apply(issue, change);
    }

    @Override
    public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
      return real.changedSince(since, cursor);
    }
  }

  /** As if the ruling had been given just now. */
  static Rulings.Given overWhatIsKnown(Rulings.Given given, LinkState state) {
    Ruling ruling = given.ruling();
    return new Rulings.Given(
        given.id(),
        new Ruling(
            ruling.kind(),
            ruling.value(),
            state.left().snapshot().orElseThrow().budgets(),
            state.right().snapshot().orElseThrow().budgets(),
            ruling.at()));
  }

  /** As if nobody knew since when it is known. */
  static Glance ofAnyTime(Glance known) {
    return new Glance(
        known.link(),
        known.mapping(),
        known.side(),
        Optional.empty(),
        known.decisionsRead(),
        known.version());
  }

  /** As if every write had been answered. */
  static LinkState answered(LinkState state) {
    return with(state, state.intents().stream().map(Views::answered).toList());
  }

  private static Intent answered(Intent i) {
    return new Intent(i.id(), i.side(), i.before(), i.after(), i.why(), i.causedAt(), true);
  }

  /** As if the older intents had never been written down. */
  static LinkState since(LinkState state, long id) {
    return with(state, state.intents().stream().filter(intent -> intent.id() > id).toList());
  }

  private static LinkState with(LinkState s, List<Intent> intents) {
    return new LinkState(
        s.id(), s.installation(), s.mapping(), s.left(), s.right(), s.base(), intents);
  }

  /** What is stored of a side, unless it is in doubt. */
  static Optional<Observation> known(House house, Side side, IssueId issue) {
    LinkState state = house.state(house.pairOf(side, issue));
    SideState known = state.side(side);
    boolean doubtful =
        known.isStale() || state.intents(side).stream().anyMatch(intent -> !intent.answered());
    return doubtful
        ? Optional.empty()
        : known.snapshot().map(seen -> new Observation.Present(issue, known.key(), seen));
  }

  /** The side as it is if a write did what it was asked to. */
  static Observation asAsked(House house, Side side, IssueId issue, Change change) {
    SideState known = house.state(house.pairOf(side, issue)).side(side);
    SortedSet<Budget> tags = new TreeSet<>(known.snapshot().orElseThrow().budgets());
    switch (change) {
      case Change.Retag retag -> {
        tags.removeAll(retag.remove());
        tags.addAll(retag.add());
      }
    }
    Instant at = known.snapshot().orElseThrow().at();
    return new Observation.Present(issue, known.key(), new Snapshot(tags, at));
  }
}
