package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.store.Holds;

/**
 * A person's answer to a hold: row H03 or H04. It is carried out by the link's next turn; an edit
 * that comes before wins over it. One transaction, no remote call.
 */
public final class Release {
  private static final String OVER =
      "It does not wait any more: somebody answered it, or the deletion was taken back.";

  private final Durable durable;

  public Release(Durable durable) {
    this.durable = durable;
  }

  /** What is to be deleted is deleted on the other side, too. */
  public Answer apply(InstallationId tenant, long hold, String accountId) {
    return durable
        .transactions()
        .within(() -> {
          Optional<Holds.Entry> entry = holds().find(tenant, hold);
          boolean released =
              entry.isPresent()
                  && holds().release(tenant, hold, accountId, durable.clock().instant());
          return released ? due(tenant, entry.orElseThrow().link().id()) : new Answer.Refused(OVER);
        });
  }

  /** What was deleted is put back from the side that still has it. */
  public Answer dismiss(InstallationId tenant, long hold) {
    return durable
        .transactions()
        .within(() ->
            holds()
                .find(tenant, hold)
                .map(entry -> putBack(tenant, entry))
                .orElseGet(() -> new Answer.Refused(OVER)));
  }

  /** To have agreed on nothing makes what is left news, after a look at both sides. */
  private Answer putBack(InstallationId tenant, Holds.Entry entry) {
    LinkId link = entry.link().id();
    var now = durable.clock().instant();
    entry.hold().decisions().forEach(id -> durable.links().decisions().agreed(link, id, "", now));
    if (entry.hold().budget()) {
      durable.links().agreed(link, Draw.NONE, now);
    }
    for (Side side : Side.values()) {
      durable.links().touched(link, side);
    }
    holds().end(entry.hold().id(), Holds.Ending.DISMISSED, now);
    return due(tenant, link);
  }

  private Answer due(InstallationId tenant, LinkId link) {
    durable.queue().markDirty(tenant, List.of(link), durable.clock().instant());
    return new Answer.Given();
  }

  private Holds holds() {
    return durable.links().holds();
  }
}
