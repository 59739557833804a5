package tandem.sync.reconcile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Side;

/**
 * The three-way merge of a decision: rows D01 to D18 and T01 to T09 of {@code docs/reconcile.md}.
 * Pure and total; left and right are alike to it.
 */
public final class DecisionMerge {
  private static final String WHOLE = "decision";

  private final Versions<Optional<Decision>> found;
  private final Minutes minutes;
  private final FieldMerge fields;

  private DecisionMerge(Versions<Optional<Decision>> found, Referee referee) {
    this.found = found;
    this.minutes = new Minutes(referee);
    this.fields = new FieldMerge(minutes);
  }

  /**
   * Plans how the two sides become one.
   *
   * @param found the decision as last agreed and as both sides hold it, of one id; empty where it
   *     is not
   */
  public static DecisionPlan plan(Versions<Optional<Decision>> found, Referee referee) {
    return new DecisionMerge(found, referee).plan();
  }

  /** The plan that leaves both sides as they are because what they would become is too long. */
  static DecisionPlan heldBack(Versions<Optional<Decision>> found) {
    return new DecisionMerge(found, Referee.FOR_THE_RIGHT).held();
  }

  private DecisionPlan plan() {
    DecisionPlan plan = asPlan(next());
    return plan.fits() ? plan : held();
  }

  private Versions<Optional<Decision>> next() {
    if (found.left().isPresent() && found.right().isPresent()) {
      Decision none = Decision.blank(found.left().get().id());
      if (found.base().isEmpty()) {
        minutes.note(DecisionRow.D11);
      }
      return onBothSides(found.map(side -> side.orElse(none))).map(Optional::of);
    }
    Optional<Decision> present = found.left().or(found::right);
    if (present.isEmpty()) {
      minutes.note(DecisionRow.D14);
      return Versions.all(Optional.empty());
    }
    return onOneSide(present.get());
  }

  private Versions<Optional<Decision>> onOneSide(Decision present) {
    if (found.base().isEmpty()) {
      minutes.note(DecisionRow.D10);
    } else if (present.says(found.base().get())) {
      minutes.note(DecisionRow.D12);
      return Versions.all(Optional.empty());
    } else {
      Side side = found.left().isPresent() ? Side.LEFT : Side.RIGHT;
      report(DecisionRow.D13, Optional.of(side));
    }
    return Versions.all(Optional.of(present));
  }

  private Versions<Decision> onBothSides(Versions<Decision> decisions) {
    Steps.report(decisions, minutes);
    Versions<Passage> titles = fields.merge("title", decisions.map(Decision::title));
    Versions<SortedMap<Fact, Passage>> facts = facts(decisions);
    Versions<List<Section>> sections =
        new SectionMerge(minutes).merge(decisions.map(Decision::sections));
    var id = decisions.left().id();
    return new Versions<>(
        new Decision(id, titles.base(), facts.base(), sections.base()),
        new Decision(id, titles.left(), facts.left(), sections.left()),
        new Decision(id, titles.right(), facts.right(), sections.right()));
  }

  private Versions<SortedMap<Fact, Passage>> facts(Versions<Decision> decisions) {
    Versions<SortedMap<Fact, Passage>> all =
        new Versions<>(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (Fact fact : EnumSet.allOf(Fact.class)) {
      Versions<Passage> held = decisions.map(decision -> decision.fact(fact).orElse(Passage.NONE));
      Versions<Passage> merged =
          fact == Fact.DECIDED_BY
              ? fields.join(fact.label(), held)
              : fields.merge(fact.label(), held);
      put(all.base(), fact, merged.base());
      put(all.left(), fact, merged.left());
      put(all.right(), fact, merged.right());
    }
    return all;
  }

  private static void put(SortedMap<Fact, Passage> facts, Fact fact, Passage passage) {
    if (!passage.isSilent()) {
      facts.put(fact, passage);
    }
  }

  private DecisionPlan held() {
    report(DecisionRow.D18, Optional.empty());
    return asPlan(found);
  }

  private DecisionPlan asPlan(Versions<Optional<Decision>> next) {
    return new DecisionPlan(found, next, minutes.rows(), minutes.conflicts());
  }

  private void report(DecisionRow row, Optional<Side> chosen) {
    Versions<List<Passage>> titles = found.map(side -> side.map(Decision::title).stream().toList());
    minutes.report(new DecisionConflict(row, WHOLE, titles, chosen));
  }
}
