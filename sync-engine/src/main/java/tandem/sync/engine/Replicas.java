package tandem.sync.engine;

import tandem.sync.model.MappingId;
import tandem.sync.model.MappingRules;
import tandem.sync.replica.Replica;

/** Opens the two sides of a mapping; given by whoever knows the connections and their secrets. */
public interface Replicas {

  /** Makes no remote call. Asked once a turn, so a changed mapping is effective with the next. */
  Opened open(MappingId mapping);

  /** The two sides, or why they cannot be worked on now. */
  sealed interface Opened {
    record Ready(Replica left, Replica right, MappingRules rules) implements Opened {}

    /** Its links stay dirty and are looked at again later; {@code why} is for the admin. */
    record Paused(String why) implements Opened {}
  }
}
