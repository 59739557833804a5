package tandem.app.connection;

import org.springframework.stereotype.Component;
import tandem.sync.engine.Doorkeeper;
import tandem.sync.engine.Replicas;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/**
 * The two sides of a mapping for work in the background: what a tracker asked to be left alone with
 * is not called, and a part of what it allows is left to people.
 */
@Component
class BackgroundReplicas implements Replicas {
  private final MappedReplicas replicas;
  private final Mappings mappings;
  private final Doorkeeper doorkeeper;

  BackgroundReplicas(MappedReplicas replicas, Mappings mappings, Doorkeeper doorkeeper) {
    this.replicas = replicas;
    this.mappings = mappings;
    this.doorkeeper = doorkeeper;
  }

  @Override
  public Opened open(MappingId id) {
    return switch (replicas.open(id)) {
      case Opened.Paused paused -> paused;
      case Opened.Ready ready ->
          mappings
              .find(id)
              .<Opened>map(mapping -> guarded(ready, mapping.installation()))
              .orElseGet(() -> new Opened.Paused("The mapping was removed."));
    };
  }

  private Opened guarded(Opened.Ready ready, InstallationId tenant) {
    return new Opened.Ready(
        doorkeeper.guard(ready.left(), tenant, Side.LEFT),
        doorkeeper.guard(ready.right(), tenant, Side.RIGHT),
        ready.rules());
  }
}
