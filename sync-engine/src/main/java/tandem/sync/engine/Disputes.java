package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionConflict;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.DecisionRow;
import tandem.sync.store.DecisionDispute;
import tandem.sync.store.LinkState;

/** What is kept for a person about a decision that the sides, or a tracker, do not agree on. */
final class Disputes {
  private static final String WHOLE = "";

  private Disputes() {}

  static List<DecisionDispute> of(DecisionPlan plan, Instant now) {
    return plan.conflicts().stream().map(conflict -> of(conflict, now)).toList();
  }

  /**
   * What may have been overwritten is kept for a person, beside what stands (row D24). It is shown
   * as the value of its side, and what stands as the other one's.
   */
  static List<DecisionDispute> doubtful(DecisionCase decision, Instant now) {
    return decision.overwritten().stream()
        .filter(edit -> !edit.certain())
        .map(edit -> {
          String stands = decision.text(edit.side());
          boolean left = edit.side() == Side.LEFT;
          return new DecisionDispute(
              DecisionRow.D24.name(),
              WHOLE,
              edit.before(),
              left ? edit.lost() : stands,
              left ? stands : edit.lost(),
              Optional.of(edit.side().other()),
              "",
              now);
        })
        .toList();
  }

  /** What was open, as the person answered it. */
  static List<DecisionDispute> answered(DecisionCase decision) {
    return decision.state().disputes().stream()
        .map(it ->
            new DecisionDispute(
                it.why(),
                it.part(),
                it.base(),
                it.left(),
                it.right(),
                decision.chosen(),
                it.note(),
                it.foundAt()))
        .filter(it -> !it.isOpen())
        .toList();
  }

  private static DecisionDispute of(DecisionConflict conflict, Instant now) {
    return new DecisionDispute(
        conflict.row().name(),
        conflict.where(),
        written(conflict.held().base()),
        written(conflict.held().left()),
        written(conflict.held().right()),
        conflict.chosen(),
        "",
        now);
  }

  private static String written(List<Passage> passages) {
    return passages.stream().map(Passage::written).collect(Collectors.joining("\n\n"));
  }

  /** A side cannot be read (row D19). */
  static DecisionDispute unread(DecisionCase decision, LinkState link, Instant now) {
    String note =
        Stream.of(Side.values())
            .flatMap(side ->
                decision.unread(side).map(why -> link.side(side).key() + ": " + why).stream())
            .collect(Collectors.joining("; "));
    return whole(DecisionRow.D19, decision, note, now);
  }

  /** The tracker refuses the change (row D20). */
  static DecisionDispute refused(DecisionCase decision, String why, Instant now) {
    return whole(DecisionRow.D20, decision, why, now);
  }

  private static DecisionDispute whole(
      DecisionRow row, DecisionCase decision, String note, Instant now) {
    return new DecisionDispute(
        row.name(),
        WHOLE,
        decision.state().base(),
        decision.text(Side.LEFT),
        decision.text(Side.RIGHT),
        Optional.empty(),
        note,
        now);
  }
}
