package tandem.sync.engine;

import tandem.sync.model.DecisionId;
import tandem.sync.reconcile.DecisionPlan;

/** What would become of one decision of a pair. */
public sealed interface Outlook {
  DecisionId decision();

  /** It would become this; nothing would be written where the plan is quiet. */
  record Planned(DecisionId decision, DecisionPlan plan) implements Outlook {}

  /**
   * Nothing would be done about it.
   *
   * @param why one sentence without its text
   */
  record Rests(DecisionId decision, String why) implements Outlook {}
}
