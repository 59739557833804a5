package tandem.app.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.connection.Mapping;
import tandem.sync.engine.Backfill;
import tandem.sync.model.MappingId;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.Creations;

/** Begins full passes, and works on them in the background on whichever node is free. */
@Component
public class Backfills {
  private static final Logger LOG = LoggerFactory.getLogger(Backfills.class);

  private final Backfill backfill;
  private final Creations creations;
  private final Executor background;
  private final Owner owner;

  Backfills(Backfill backfill, Creations creations, Executor background, Owner owner) {
    this.backfill = backfill;
    this.creations = creations;
    this.background = background;
    this.owner = owner;
  }

  /** The name of this node. */
  public record Owner(String name) {}

  Optional<BackfillRun> find(Mapping mapping) {
    return backfill.find(mapping.installation(), mapping.id());
  }

  /** Issues for which a tracker refused to create a twin, with its reason. */
  List<Creations.Refusal> refusals(Mapping mapping) {
    return creations.refusals(mapping.installation(), mapping.id(), BackfillAnswer.MOST_NAMED);
  }

  /** Begins a pass unless one is running. It is durable when this returns. */
  void begin(Mapping mapping) {
    boolean unused = backfill.begin(mapping.installation(), mapping.id(), Instant.EPOCH);
    background.execute(() -> work(mapping.id()));
  }

  /** Ends a running pass; false where none was running. */
  boolean cancel(Mapping mapping) {
    return backfill.cancel(mapping.installation(), mapping.id());
  }

  /**
   * Goes on with every pass that nobody works on: one whose wait is over, or whose node was killed.
   * Does not block.
   */
  public void goOn() {
    backfill.due().forEach(mapping -> background.execute(() -> work(mapping)));
  }

  private void work(MappingId mapping) {
    try {
      backfill.work(mapping, owner.name());
    } catch (RuntimeException e) {
      LOG.error("The backfill of mapping {} was cut off; it goes on soon", mapping.value(), e);
    }
  }
}
