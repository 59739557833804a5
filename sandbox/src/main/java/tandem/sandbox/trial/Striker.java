package tandem.sandbox.trial;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Stage;

/** Kills what a row says, each at a random moment of its own part of the edits. */
final class Striker {
  private final Stage stage;
  private final NavigableMap<Integer, Strike> due = new TreeMap<>();
  private int next;

  Striker(Stage stage, List<Strike> strikes, RandomGenerator random, int edits) {
    this.stage = stage;
    for (int i = 0; i < strikes.size(); i++) {
      int part = Math.max(1, edits / strikes.size());
      due.put(i * part + random.nextInt(part), strikes.get(i));
    }
  }

  /** Strikes what became due until now. */
  void before(int edit) {
    var now = due.headMap(edit, true);
    now.values().forEach(this::strike);
    now.clear();
  }

  private void strike(Strike strike) {
    switch (strike) {
      case APP -> {
        var nodes = stage.house().nodes();
        nodes.get(next++ % nodes.size()).kill();
      }
      case DATABASE -> stage.house().database().kill();
      case MAKER, STATE ->
          throw new IllegalArgumentException(strike + " does not strike between two edits");
    }
  }
}
