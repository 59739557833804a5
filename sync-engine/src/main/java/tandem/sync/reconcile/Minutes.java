package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/** What one merge notes while it goes through the fields: rows and conflicts. */
final class Minutes {
  private final EnumSet<DecisionRow> rows = EnumSet.noneOf(DecisionRow.class);
  private final List<DecisionConflict> conflicts = new ArrayList<>();
  private final Referee referee;

  Minutes(Referee referee) {
    this.referee = referee;
  }

  void note(DecisionRow row) {
    rows.add(row);
  }

  /** Lets the mapping's policy decide and keeps what both sides held. */
  Optional<Side> decide(String where, Versions<List<Passage>> held) {
    Referee.Ruling ruling = referee.rule(held.left(), held.right());
    report(new DecisionConflict(ruling.row(), where, held, ruling.winner()));
    return ruling.winner();
  }

  void report(DecisionConflict conflict) {
    rows.add(conflict.row());
    conflicts.add(conflict);
  }

  SortedSet<DecisionRow> rows() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(rows));
  }

  List<DecisionConflict> conflicts() {
    return List.copyOf(conflicts);
  }
}
