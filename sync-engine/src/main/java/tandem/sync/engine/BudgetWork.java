package tandem.sync.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.reconcile.BudgetBase;
import tandem.sync.reconcile.BudgetBase.Written;
import tandem.sync.reconcile.BudgetMerge;
import tandem.sync.reconcile.Conflict;
import tandem.sync.reconcile.Plan;
import tandem.sync.reconcile.Row;
import tandem.sync.reconcile.RuledMerge;
import tandem.sync.reconcile.TagEdit;
import tandem.sync.replica.Change;
import tandem.sync.replica.Observation;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Intent;
import tandem.sync.store.LinkState;
import tandem.sync.store.LinkStore;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings.Ending;
import tandem.sync.store.Rulings.Given;

/** The budget tag of the claimed link. What is called save… belongs into a step of the tenure. */
final class BudgetWork {
  private final Tenure tenure;
  private final LinkStore links;

  /** Intents whose write found another tag there that nobody had seen. */
  private final Set<Long> met = new HashSet<>();

  private Optional<Given> ruling;
  private LinkState state;

  BudgetWork(Tenure tenure) {
    this.tenure = tenure;
    this.links = tenure.durable().links();
    this.state = tenure.step(this::find);
    this.ruling = tenure.durable().rulings().open(tenure.link());
  }

  private LinkState find() {
    return links.find(tenure.link()).orElseThrow(LeaseLost::new);
  }

  LinkState state() {
    return state;
  }

  /** Knows again what is stored. */
  void reload() {
    state = find();
  }

  /** What is known of the side may be out of date, or a write to it may have happened unseen. */
  boolean isDoubtful(Side side) {
    return state.side(side).isStale() || !state.unanswered(side).isEmpty();
  }

  /** Both sides must have been observed. */
  Plan plan(MappingRules rules) {
    Snapshot left = snapshot(Side.LEFT);
    Snapshot right = snapshot(Side.RIGHT);
    return ruling
        .flatMap(given -> RuledMerge.plan(given.ruling(), left, right))
        .orElseGet(() -> BudgetMerge.plan(base(state, met), left, right, rules.budget()));
  }

  /** A person's ruling is open. */
  boolean isRuled() {
    return ruling.isPresent();
  }

  /** What the sides' tags are compared with, as far as it is known of the link. */
  static BudgetBase base(LinkState state) {
    return base(state, Set.of());
  }

  private static BudgetBase base(LinkState state, Set<Long> met) {
    return new BudgetBase(
        state.base().map(LinkState.Base::draw).orElse(Draw.NONE),
        written(state, Side.LEFT, met),
        written(state, Side.RIGHT, met));
  }

  private static List<Written> written(LinkState state, Side side, Set<Long> met) {
    return state.intents(side).stream()
        .filter(intent -> intent.answered() || !state.isSuperseded(intent))
        .flatMap(it -> written(it, met).over(it.before()).stream())
        .toList();
  }

  /** Whoever put another tag there before ours came did not know ours: it had not arrived. */
  private static Written written(Intent intent, Set<Long> met) {
    boolean arrived = intent.answered() && !met.contains(intent.id());
    return new Written(intent.after(), arrived, intent.id());
  }

  private Snapshot snapshot(Side side) {
    return state.side(side).snapshot().orElseThrow();
  }

  /** A look also tells of unanswered writes whether they happened. */
  void saveLook(Side side, Observation observation) {
    saveObservation(side, observation);
    state
        .unanswered(side)
        .forEach(intent -> saveEffect(intent, observation, Receipt.How.READ_BACK));
  }

  private void saveObservation(Side side, Observation observation) {
    switch (observation) {
      case Observation.Present seen -> {
        boolean unused = links.observed(tenure.link(), side, seen.key(), seen.snapshot());
      }
      case Observation.Gone gone -> links.gone(tenure.link(), side);
    }
  }

  private void saveEffect(Intent intent, Observation observation, Receipt.How how) {
    if (observation instanceof Observation.Present seen && shows(seen, intent)) {
      links.applied(tenure.link(), intent, how, tenure.now());
    }
  }

  /**
   * Our value stands and what it was to replace is gone; whatever else a person put there
   * meanwhile. The value alone proves nothing: a person may have put it beside the old one.
   */
  private static boolean shows(Observation.Present seen, Intent intent) {
    SortedSet<Budget> tags = seen.snapshot().budgets();
    SortedSet<Budget> wanted = intent.after().tags();
    if (wanted.isEmpty()) {
      return tags.isEmpty();
    }
    return tags.containsAll(wanted)
        && tags.stream().noneMatch(tag -> intent.before().contains(tag) && !wanted.contains(tag));
  }

  /** Writes down what is going to be sent, and the conflict that a policy answered by it. */
  List<Edit> intend(Plan plan, Tally tally) {
    boolean newConflict =
        tenure.step(() -> {
          boolean known = plan.conflict().map(this::saveConflict).orElse(false);
          sides(plan).forEach(side -> saveIntent(side, plan));
          if (!plan.row().isRuled()) {
            endRuling(Ending.LAPSED);
          }
          reload();
          return known;
        });
    tally.conflicts(newConflict && !plan.row().isRuled());
    ruling = ruling.filter(given -> plan.row().isRuled());
    return sides(plan).<Edit>map(side -> edit(side, plan.edit(side))).toList();
  }

  private static Stream<Side> sides(Plan plan) {
    return Stream.of(Side.values()).filter(side -> !plan.edit(side).isEmpty());
  }

  private void saveIntent(Side side, Plan plan) {
    Intent intent =
        new Intent(
            0,
            side,
            snapshot(side).budgets(),
            plan.next().orElseThrow(),
            plan.row().name(),
            causedAt(side, plan),
            false);
    Optional<Intent> writtenDown = last(side).filter(known -> isRepeated(intent, known));
    if (writtenDown.isPresent()) {
      links.sentAgain(tenure.link(), writtenDown.get().id());
    } else {
      long unused = links.intend(tenure.link(), intent, tenure.now());
    }
  }

  private Instant causedAt(Side side, Plan plan) {
    return ruling
        .filter(given -> plan.row().isRuled())
        .map(given -> given.ruling().at())
        .orElseGet(() -> snapshot(side.other()).at());
  }

  private boolean isRepeated(Intent intent, Intent known) {
    return state.unanswered(intent.side()).contains(known)
        && known.after().equals(intent.after())
        && known.before().equals(intent.before());
  }

  private Optional<Intent> last(Side side) {
    return state.intents(side).stream().reduce((older, newer) -> newer);
  }

  private Edit edit(Side side, TagEdit edit) {
    return new Edit.OfBudget(
        side,
        state.side(side).issue(),
        new Change.Retag(edit.add(), edit.remove()),
        last(side).orElseThrow());
  }

  /** Keeps the tracker's answer to a write, and what the answer tells of edits that it met. */
  void written(Edit.OfBudget edit, Observation answer) {
    if (answer instanceof Observation.Present seen && showsMore(seen, edit.intent())) {
      met.add(edit.intent().id());
    }
    tenure.step(() -> {
      if (answer instanceof Observation.Present seen && isTakenBack(seen, edit.intent())) {
        saveTakenBack(edit.intent());
      }
      saveObservation(edit.side(), answer);
      saveEffect(edit.intent(), answer, Receipt.How.ANSWERED);
      reload();
      return true;
    });
  }

  /** It did not happen, and no receipt may say later that it may have. */
  void refused(Edit.OfBudget edit) {
    boolean unused =
        tenure.step(() -> {
          links.refused(tenure.link(), edit.intent().id());
          return true;
        });
  }

  private static boolean showsMore(Observation.Present seen, Intent intent) {
    return !intent.after().tags().containsAll(seen.snapshot().budgets());
  }

  /**
   * The write only took a tag from beside another one, which is gone as well: somebody had just
   * taken that away, and so gone back to the first (row R20).
   */
  private static boolean isTakenBack(Observation.Present seen, Intent intent) {
    return seen.snapshot().budgets().isEmpty()
        && intent.after().budget().filter(kept -> intent.before().contains(kept)).isPresent();
  }

  private void saveTakenBack(Intent intent) {
    SortedSet<Budget> lost = new TreeSet<>(intent.before());
    lost.removeAll(intent.after().tags());
    SortedSet<Budget> other = snapshot(intent.side().other()).budgets();
    boolean left = intent.side() == Side.LEFT;
    boolean unused =
        saveConflict(
            new Conflict(
                Row.R20, left ? lost : other, left ? other : lost, Optional.of(Draw.NONE)));
  }

  /**
   * Nothing is left to write: the new base, or the open conflict.
   *
   * @return a conflict was found that was not known
   */
  boolean saveEnd(Plan plan) {
    plan.next().ifPresent(this::saveAgreement);
    endRuling(plan.row().isRuled() ? Ending.DONE : Ending.LAPSED);
    return plan.next().isEmpty() && plan.conflict().map(this::saveConflict).orElse(false);
  }

  /**
   * Its answer is missing still, it was to take a tag away that people had put there, and no look
   * since has found that tag.
   */
  private boolean mayHaveTaken(Intent intent) {
    SortedSet<Budget> taken = new TreeSet<>(intent.before());
    taken.removeAll(intent.after().tags());
    boolean found =
        snapshot(intent.side()).budgets().containsAll(taken)
            || state.intents(intent.side()).stream()
                .anyMatch(it -> it.id() > intent.id() && it.before().containsAll(taken));
    return !intent.answered() && !taken.isEmpty() && !found;
  }

  /** Only the one that this turn knew: a ruling that was given meanwhile has its own turn. */
  private void endRuling(Ending ending) {
    ruling.ifPresent(given -> tenure.durable().rulings().end(given.id(), ending, tenure.now()));
  }

  private void saveAgreement(Draw draw) {
    state.intents().stream()
        .filter(this::mayHaveTaken)
        .forEach(it -> links.doubted(tenure.link(), it, tenure.now()));
    links.agreed(tenure.link(), draw, tenure.now());
    links.closeConflicts(tenure.link(), tenure.now());
  }

  private boolean saveConflict(Conflict conflict) {
    return links.conflict(
        tenure.link(),
        new ConflictRecord(
            conflict.row().name(),
            conflict.left(),
            conflict.right(),
            conflict.chosen(),
            tenure.now()));
  }
}
