package tandem.sync.engine;

import java.time.Instant;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/**
 * The first full pass over a mapping, and any later one: lists both sides in bulk, finds links from
 * what the right issues say about their twins, keeps both observations and marks the links dirty.
 * Writes nothing to a tracker; the engine's turns do that. May run twice and beside live events.
 */
public final class Backfill {
  private final Durable durable;
  private final Replicas replicas;
  private final Twins twins;

  public Backfill(Durable durable, Replicas replicas, Twins twins) {
    this.durable = durable;
    this.replicas = replicas;
    this.twins = twins;
  }

  /**
   * Blocks until both listings are through or one fails; what was found until then is kept. Holds
   * the left listing in memory meanwhile, about 200 bytes an issue.
   *
   * @param since issues changed before this are not looked at; {@link Instant#EPOCH} for all
   */
  public BackfillReport run(InstallationId installation, MappingId mapping, Instant since) {
    return switch (replicas.open(mapping)) {
      case Opened.Paused paused -> BackfillReport.notBegun(paused.why());
      case Opened.Ready ready -> {
        var scope = new BackfillPass.Scope(installation, mapping, since);
        yield new BackfillPass(durable, twins, scope).over(ready);
      }
    };
  }
}
