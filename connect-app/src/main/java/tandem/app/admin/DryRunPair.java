package tandem.app.admin;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.sync.engine.Forecast;
import tandem.sync.engine.Outlook;
import tandem.sync.model.Draw;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.reconcile.Conflict;
import tandem.sync.reconcile.TagEdit;

/**
 * What would happen to a pair of issues.
 *
 * @param link null where the two would be linked
 * @param decisions those to which something would happen; null where it was not asked
 */
record DryRunPair(
    @Nullable Long link,
    Tags jira,
    Tags linear,
    List<Write> writes,
    @Nullable Clash conflict,
    String row,
    String why,
    @Nullable List<DryRunDecision> decisions) {

  /** A change of one issue's budgets. */
  record Write(String side, List<String> add, List<String> remove) {

    static Write of(Side side, TagEdit edit) {
      return new Write(Tags.nameOf(side), Tags.names(edit.add()), Tags.names(edit.remove()));
    }
  }

  /** {@code chosen} is what the policy would choose; null where it is none, or a person's. */
  record Clash(boolean asksAPerson, @Nullable String chosen) {

    static Clash of(Conflict conflict) {
      return new Clash(
          conflict.chosen().isEmpty(),
          conflict.chosen().flatMap(Draw::budget).map(it -> it.name()).orElse(null));
    }
  }

  static DryRunPair of(Forecast.Pair pair) {
    return new DryRunPair(
        pair.link().map(LinkId::value).orElse(null),
        Tags.of(pair.left().key(), pair.left().snapshot().budgets()),
        Tags.of(pair.right().key(), pair.right().snapshot().budgets()),
        Stream.of(Side.values())
            .filter(side -> !pair.plan().edit(side).isEmpty())
            .map(side -> Write.of(side, pair.plan().edit(side)))
            .toList(),
        pair.plan().conflict().map(Clash::of).orElse(null),
        pair.plan().row().name(),
        pair.plan().row().why(),
        null);
  }

  static DryRunPair of(Forecast.Pair pair, List<Outlook> outlooks) {
    DryRunPair budgets = of(pair);
    return new DryRunPair(
        budgets.link,
        budgets.jira,
        budgets.linear,
        budgets.writes,
        budgets.conflict,
        budgets.row,
        budgets.why,
        outlooks.stream().map(DryRunDecision::of).filter(it -> !it.isIdle()).toList());
  }

  boolean isIdle() {
    return link != null
        && writes.isEmpty()
        && conflict == null
        && (decisions == null || decisions.isEmpty());
  }
}
