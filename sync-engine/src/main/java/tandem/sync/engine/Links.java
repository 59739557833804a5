package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import tandem.sync.engine.LinkView.Agreement;
import tandem.sync.engine.LinkView.OpenConflict;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.queue.Waiting;
import tandem.sync.reconcile.Row;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.LinkState;
import tandem.sync.store.SideState;

/** The read side, for panels and pages. */
public final class Links {
  private final Durable durable;

  public Links(Durable durable) {
    this.durable = durable;
  }

  /** The link of an issue, in one transaction; empty where it has none. Makes no remote call. */
  public Optional<LinkView> ofIssue(InstallationId installation, Side side, IssueId issue) {
    return durable
        .transactions()
        .within(() ->
            durable
                .links()
                .linkOf(installation, side, issue)
                .flatMap(durable.links()::find)
                .map(state -> view(state, side)));
  }

  private LinkView view(LinkState state, Side side) {
    SideState twin = state.side(side.other());
    Optional<Waiting> waiting = durable.queue().find(state.id());
    return new LinkView(
        state.id(),
        state.mapping(),
        twin.issue(),
        twin.key(),
        state.side(side).snapshot(),
        twin.snapshot(),
        state.base().map(base -> new Agreement(base.draw().budget(), base.since())),
        conflicts(state.id()),
        waiting.isPresent(),
        waiting.flatMap(Waiting::quarantine));
  }

  private List<OpenConflict> conflicts(LinkId link) {
    return durable.links().openConflicts(link).stream().map(Links::shown).toList();
  }

  private static OpenConflict shown(ConflictRecord conflict) {
    return new OpenConflict(conflict.why(), Row.valueOf(conflict.why()).why(), conflict.foundAt());
  }
}
