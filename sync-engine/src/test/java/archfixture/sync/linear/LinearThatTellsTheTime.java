package archfixture.sync.linear;

import java.time.Instant;

/** Breaks a rule on purpose: it asks the machine what time it is. */
public final class LinearThatTellsTheTime {
  Instant now() {
    return Instant.now();
  }
}
