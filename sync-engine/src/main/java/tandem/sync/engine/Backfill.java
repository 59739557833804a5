package tandem.sync.engine;

import java.time.Instant;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/**
 * The first full pass over a mapping, and any later one: lists both sides in bulk, finds links from
 * what the right issues say about their twins, keeps both observations and marks the links dirty.
 * Writes nothing to a tracker; the engine's turns do that. May run twice and beside live events.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"}) // until its body lands
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
   * Blocks until both listings are through or one fails; what was found until then is kept.
   *
   * @param since issues changed before this are not looked at; {@link Instant#EPOCH} for all
   */
  public BackfillReport run(InstallationId installation, MappingId mapping, Instant since) {
    throw new UnsupportedOperationException();
  }
}
