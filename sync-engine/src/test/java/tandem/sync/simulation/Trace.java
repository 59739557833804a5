package tandem.sync.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened, one line an event; kept as a hash, and in words where it is asked for. */
final class Trace {
  private final boolean inWords;
  private final List<String> lines = new ArrayList<>();
  private long hash = 17;

  Trace(boolean inWords) {
    this.inWords = inWords;
  }

  void note(long millis, String line) {
    hash = hash * 1_000_003 + millis;
    hash = hash * 1_000_003 + line.hashCode();
    if (inWords) {
      lines.add("%9.3f s  %s".formatted(millis / 1000.0, line));
    }
  }

  long hash() {
    return hash;
  }

  String story() {
    return String.join("\n", lines);
  }
}
