package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.store.BackfillCounts;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillRun.Stage;
import tandem.sync.store.Enrolment;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Partings;
import tandem.sync.store.TwinHint;
import tandem.sync.store.TwinHints;

/** What the issues of a listed page are to the pass. Joins the caller's transaction. */
final class BackfillPage {
  private static final int BATCH = 500;
  private static final BackfillCounts NOTHING = BackfillCounts.NONE;
  private static final BackfillCounts LEFT = new BackfillCounts(1, 0, 0, 0, 0, 0, 0);
  private static final BackfillCounts RIGHT = new BackfillCounts(0, 1, 0, 0, 0, 0, 0);
  private static final BackfillCounts LINKED = new BackfillCounts(0, 0, 1, 0, 0, 0, 0);
  private static final BackfillCounts CREATED = new BackfillCounts(0, 0, 1, 1, 0, 0, 0);
  private static final BackfillCounts TAKEN = new BackfillCounts(0, 0, 0, 0, 0, 1, 0);

  private final Durable durable;
  private final TwinHints hints;
  private final Partings partings;
  private final Twins twins;
  private final Intake intake;
  private final Sightings sightings;
  private final InstallationId installation;
  private final MappingId mapping;

  BackfillPage(Durable durable, Backfill.Books books, Twins twins, BackfillRun run) {
    this.durable = durable;
    this.hints = books.hints();
    this.partings = books.partings();
    this.twins = twins;
    this.intake = new Intake(durable);
    this.sightings = new Sightings(durable);
    this.installation = run.installation();
    this.mapping = run.mapping();
  }

  /** Keeps what the page says; gives what it adds to the counts. */
  BackfillCounts keep(Stage stage, List<Listed> items) {
    BackfillCounts found =
        switch (stage) {
          case HINTS -> items.stream().map(this::noted).reduce(NOTHING, BackfillCounts::plus);
          case LEFT -> left(items);
          case RIGHT -> {
            items.forEach(this::seenAgain);
            yield NOTHING;
          }
        };
    return found;
  }

  private BackfillCounts noted(Listed listed) {
    Observation.Present issue = listed.issue();
    if (durable.links().linkOf(installation, Side.RIGHT, issue.issue()).isPresent()) {
      observe(Side.RIGHT, issue);
      boolean unused = hints.take(mapping, issue.issue());
      return RIGHT.plus(LINKED);
    }
    return RIGHT;
  }

  /**
   * What right issues that have no link say about their twins. Not for a transaction: whoever reads
   * the hints may need a connection of its own.
   */
  List<TwinHint> named(List<Listed> items) {
    Function<String, Optional<String>> leftKey = twins.leftKeys(mapping);
    return items.stream()
        .filter(
            it -> durable.links().linkOf(installation, Side.RIGHT, it.issue().issue()).isEmpty())
        .flatMap(it -> named(it, leftKey))
        .toList();
  }

  private static Stream<TwinHint> named(Listed listed, Function<String, Optional<String>> leftKey) {
    Observation.Present issue = listed.issue();
    return listed.twinHints().stream()
        .sorted()
        .flatMap(hint -> leftKey.apply(hint).stream())
        .map(key -> new TwinHint(key, issue.issue(), issue.key(), false));
  }

  void note(TwinHint hint) {
    hints.note(mapping, hint);
  }

  /** The issues that have no twin and that no right issue names. */
  List<Observation.Present> alone(List<Listed> items) {
    Set<String> named =
        hints.hints(mapping, keys(items)).stream()
            .map(TwinHint::leftKey)
            .collect(Collectors.toSet());
    return items.stream()
        .map(Listed::issue)
        .filter(it -> !named.contains(it.key()))
        .filter(it -> durable.links().linkOf(installation, Side.LEFT, it.issue()).isEmpty())
        .toList();
  }

  /** Right issues that have no twin and name none, in this mapping or outside. */
  List<Observation.Present> unnamed(List<Listed> items) {
    return items.stream()
        .filter(it -> it.twinHints().isEmpty() && !it.nativelySynced())
        .map(Listed::issue)
        .filter(it -> durable.links().linkOf(installation, Side.RIGHT, it.issue()).isEmpty())
        .toList();
  }

  private static List<String> keys(List<Listed> items) {
    return items.stream().map(it -> it.issue().key()).toList();
  }

  private BackfillCounts left(List<Listed> items) {
    Map<String, List<TwinHint>> named =
        hints.hints(mapping, keys(items)).stream()
            .collect(Collectors.groupingBy(TwinHint::leftKey));
    return items.stream()
        .map(Listed::issue)
        .map(issue -> left(issue, named.getOrDefault(issue.key(), List.of())))
        .reduce(NOTHING, BackfillCounts::plus);
  }

  private BackfillCounts left(Observation.Present issue, List<TwinHint> named) {
    observe(Side.LEFT, issue);
    return named.stream()
        .filter(hint -> !hint.linked())
        .map(hint -> linked(issue, hint))
        .reduce(LEFT, BackfillCounts::plus);
  }

  private BackfillCounts linked(Observation.Present issue, TwinHint hint) {
    if (partings.areParted(installation, issue.issue(), hint.right())) {
      return NOTHING;
    }
    var ends = new Ends(issue.issue(), issue.key(), hint.right(), hint.rightKey());
    return switch (durable.links().link(installation, mapping, ends, now())) {
      case Enrolment.Created(LinkId link) -> {
        boolean unused =
            durable.links().observed(link, Side.LEFT, issue.key(), issue.snapshot())
                && sightings.areNews(link, Side.LEFT, issue.withoutLog());
        durable.links().seen(link, Side.LEFT, 1);
        hints.linked(mapping, hint.right());
        yield CREATED;
      }
      case Enrolment.Known known -> {
        boolean unused = hints.take(mapping, hint.right());
        yield LINKED;
      }
      case Enrolment.Taken other -> {
        boolean unused = hints.take(mapping, hint.right());
        yield TAKEN;
      }
    };
  }

  /** Many reads of single issues would cost more than listing the right side once more. */
  boolean isWorthAnotherListing(long calls) {
    int enough = Math.toIntExact(calls + 1);
    return hints.unseen(mapping, enough).size() == enough;
  }

  private void seenAgain(Listed listed) {
    if (hints.take(mapping, listed.issue().issue())) {
      observe(Side.RIGHT, listed.issue());
    }
  }

  /** An observation from a listing answers all that was unknown when the link was made. */
  private void observe(Side side, Observation.Present issue) {
    if (intake.observed(installation, side, issue) > 0) {
      Optional<LinkId> link = durable.links().linkOf(installation, side, issue.issue());
      link.ifPresent(it -> durable.links().seen(it, side, 1));
    }
  }

  /** What was linked and not listed again is read by its turn; the rest names nobody. */
  BackfillCounts end() {
    long foreign = hints.unmatched(mapping);
    for (List<IssueId> some = hints.unseen(mapping, BATCH);
        !some.isEmpty();
        some = hints.unseen(mapping, BATCH)) {
      some.forEach(this::makeDirty);
    }
    hints.forget(mapping);
    return new BackfillCounts(0, 0, 0, 0, foreign, 0, 0);
  }

  private void makeDirty(IssueId right) {
    boolean unused = hints.take(mapping, right);
    durable
        .links()
        .linkOf(installation, Side.RIGHT, right)
        .ifPresent(link -> durable.queue().markDirty(installation, List.of(link), now()));
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
