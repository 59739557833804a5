package tandem.sync.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.model.Snapshot;
import tandem.sync.reconcile.BudgetBase.Written;

/** The small space over which the merge is enumerated: three budgets, every set, every order. */
final class Worlds {
  static final Budget A = new Budget("a");
  static final Budget B = new Budget("b");
  static final Budget C = new Budget("c");
  static final List<Budget> BUDGETS = List.of(A, B, C);
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Worlds() {}

  /** One input of the merge. */
  record World(BudgetBase base, Snapshot left, Snapshot right, ConflictPolicy policy) {
    Plan plan() {
      return BudgetMerge.plan(base, left, right, policy);
    }

    World swapped() {
      var swappedBase = new BudgetBase(base.agreed(), base.writtenRight(), base.writtenLeft());
      return new World(swappedBase, right, left, swapped(policy));
    }

    private static ConflictPolicy swapped(ConflictPolicy policy) {
      return switch (policy) {
        case PREFER_LEFT -> ConflictPolicy.PREFER_RIGHT;
        case PREFER_RIGHT -> ConflictPolicy.PREFER_LEFT;
        case LATEST, ASK -> policy;
      };
    }
  }

  static SortedSet<Budget> tags(Budget... budgets) {
    return new TreeSet<>(List.of(budgets));
  }

  static Snapshot at(int second, Budget... budgets) {
    return new Snapshot(tags(budgets), NOON.plusSeconds(second));
  }

  static List<Draw> draws() {
    List<Draw> draws = new ArrayList<>(List.of(Draw.NONE));
    BUDGETS.forEach(budget -> draws.add(Draw.on(budget)));
    return draws;
  }

  static List<SortedSet<Budget>> tagSets() {
    List<SortedSet<Budget>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << BUDGETS.size(); bits++) {
      SortedSet<Budget> set = new TreeSet<>();
      for (int i = 0; i < BUDGETS.size(); i++) {
        if ((bits & (1 << i)) != 0) {
          set.add(BUDGETS.get(i));
        }
      }
      sets.add(set);
    }
    return sets;
  }

  /** Nothing written, or any one value that is known to be applied or not, or two. */
  static List<List<Written>> writtens() {
    List<List<Written>> writtens = new ArrayList<>(List.of(List.of()));
    draws().forEach(draw -> writtens.add(List.of(maybe(draw))));
    draws().forEach(draw -> writtens.add(List.of(surely(draw))));
    writtens.add(List.of(maybe(Draw.on(A)), maybe(Draw.on(B))));
    writtens.add(List.of(surely(Draw.on(C), 1), maybe(Draw.NONE)));
    return writtens;
  }

  static Written maybe(Draw draw) {
    return new Written(draw, false, 0);
  }

  static Written surely(Draw draw) {
    return surely(draw, 0);
  }

  /** Set out later than what has a lower number. */
  static Written surely(Draw draw, long number) {
    return new Written(draw, true, number);
  }

  static List<World> all() {
    List<World> worlds = new ArrayList<>();
    for (BudgetBase base : bases()) {
      for (SortedSet<Budget> left : tagSets()) {
        for (SortedSet<Budget> right : tagSets()) {
          addTimesAndPolicies(worlds, base, left, right);
        }
      }
    }
    return worlds;
  }

  private static List<BudgetBase> bases() {
    List<BudgetBase> bases = new ArrayList<>();
    for (Draw agreed : draws()) {
      for (List<Written> left : writtens()) {
        writtens().forEach(right -> bases.add(new BudgetBase(agreed, left, right)));
      }
    }
    return bases;
  }

  private static void addTimesAndPolicies(
      List<World> worlds, BudgetBase base, SortedSet<Budget> left, SortedSet<Budget> right) {
    for (int rightIsLaterBy = -1; rightIsLaterBy <= 1; rightIsLaterBy++) {
      Snapshot leftSnapshot = new Snapshot(left, NOON);
      Snapshot rightSnapshot = new Snapshot(right, NOON.plusSeconds(rightIsLaterBy));
      worlds.add(new World(base, leftSnapshot, rightSnapshot, ConflictPolicy.LATEST));
    }
    for (ConflictPolicy policy : EnumSet.complementOf(EnumSet.of(ConflictPolicy.LATEST))) {
      worlds.add(
          new World(
              base, new Snapshot(left, NOON), new Snapshot(right, NOON.plusSeconds(1)), policy));
    }
  }
}
