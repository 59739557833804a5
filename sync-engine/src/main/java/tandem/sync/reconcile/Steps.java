package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.model.Topic;

/**
 * Steps that a decision does not take: an accepted one is superseded, it is not edited into another
 * one. A person's edit is mirrored all the same; it is reported with what was agreed before.
 */
final class Steps {
  private Steps() {}

  static void report(Versions<Decision> decisions, Minutes minutes) {
    new Step(DecisionRow.D15, "section \"Decision\"", Steps::decision, Steps::rewritten)
        .report(decisions, minutes);
    new Step(DecisionRow.D16, "status", Steps::status, Steps::wentAstray)
        .report(decisions, minutes);
  }

  private record Step(
      DecisionRow row,
      String where,
      Function<Decision, List<Passage>> part,
      BiPredicate<Decision, Decision> taken) {
    /** What both sides did alike is reported once. */
    void report(Versions<Decision> decisions, Minutes minutes) {
      Versions<List<Passage>> held = decisions.map(part);
      boolean left = taken.test(decisions.base(), decisions.left());
      boolean right = taken.test(decisions.base(), decisions.right());
      boolean alike = meanings(held.left()).equals(meanings(held.right()));
      if (left) {
        minutes.report(new DecisionConflict(row, where, held, Optional.of(Side.LEFT)));
      }
      if (right && !(left && alike)) {
        minutes.report(new DecisionConflict(row, where, held, Optional.of(Side.RIGHT)));
      }
    }
  }

  private static boolean rewritten(Decision before, Decision after) {
    return before.status().equals(Optional.of(DecisionStatus.ACCEPTED))
        && after.status().equals(Optional.of(DecisionStatus.ACCEPTED))
        && !meanings(decision(before)).equals(meanings(decision(after)));
  }

  private static boolean wentAstray(Decision before, Decision after) {
    return before
        .status()
        .flatMap(from -> after.status().filter(to -> to != from && !from.mayBecome(to)))
        .isPresent();
  }

  private static List<Passage> decision(Decision decision) {
    return decision.body(Topic.DECISION);
  }

  private static List<Passage> status(Decision decision) {
    return decision.fact(Fact.STATUS).stream().toList();
  }

  private static List<String> meanings(List<Passage> passages) {
    return passages.stream().map(Passage::meaning).toList();
  }
}
