package tandem.sync.simulation;

import java.time.Duration;
import java.util.List;

/** What befalls a process at a point where it waits for something outside of it. */
sealed interface Incident {
  /** It dies, with all that it had in memory. */
  record Dies() implements Incident {}

  /** It is held up while the rest of the world goes on. */
  record Waits(Duration time, List<Step> meanwhile) implements Incident {
    public Waits {
      meanwhile = List.copyOf(meanwhile);
    }
  }
}
