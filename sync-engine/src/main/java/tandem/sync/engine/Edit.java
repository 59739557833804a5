package tandem.sync.engine;

import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.replica.Change;
import tandem.sync.replica.DecisionChange;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.Intent;

/** A change for one issue, with the intent that was written down for it. */
sealed interface Edit {
  Side side();

  IssueId issue();

  Aspect aspect();

  /** Equal for two edits that would do the same to the same. */
  Object what();

  record OfBudget(Side side, IssueId issue, Change change, Intent intent) implements Edit {
    @Override
    public Aspect aspect() {
      return Aspect.BUDGET;
    }

    @Override
    public Object what() {
      return change;
    }
  }

  record OfDecision(IssueId issue, DecisionChange change, DecisionIntent intent) implements Edit {
    @Override
    public Side side() {
      return intent.side();
    }

    @Override
    public Aspect aspect() {
      return Aspect.of(change.id());
    }

    @Override
    public Object what() {
      return new Texts(change.id(), intent.before(), intent.after());
    }

    private record Texts(DecisionId id, String before, String after) {}
  }

  /**
   * A part of a link that is mirrored by itself.
   *
   * @param decision empty for the budget tag
   */
  record Aspect(Optional<DecisionId> decision) {
    static final Aspect BUDGET = new Aspect(Optional.empty());

    static Aspect of(DecisionId decision) {
      return new Aspect(Optional.of(decision));
    }
  }
}
