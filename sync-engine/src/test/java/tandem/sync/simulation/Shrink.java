package tandem.sync.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a history that breaks a promise smaller while it still breaks the same one. */
final class Shrink {
  private final Mutant mutant;
  private final Optional<String> promise;
  private History smallest;

  private Shrink(History broken, Mutant mutant) {
    this.smallest = broken;
    this.mutant = mutant;
    this.promise = promise(broken);
  }

  /** Takes single steps, troubles and incidents out until none can be spared. */
  static History smallest(History broken, Mutant mutant) {
    Shrink shrink = new Shrink(broken, mutant);
    while (shrink.oneLess()) {}
    return shrink.smallest;
  }

  private boolean oneLess() {
    var smaller = smaller(smallest).filter(history -> promise(history).equals(promise)).findFirst();
    smaller.ifPresent(history -> smallest = history);
    return smaller.isPresent();
  }

  /** Without what it says of this history only. */
  private Optional<String> promise(History history) {
    return Verdict.of(history, mutant, false).broken().map(said -> said.split(": ", 2)[0]);
  }

  private static Stream<History> smaller(History history) {
    return Stream.of(
            without(history.troubles()).map(history::withTroubles),
            without(history.incidents()).map(history::withIncidents),
            without(history.steps()).map(history::with),
            shorterWaits(history))
        .flatMap(each -> each);
  }

  private static Stream<History> shorterWaits(History history) {
    return history.incidents().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Incident.Waits)
        .flatMap(entry -> {
          var waits = (Incident.Waits) entry.getValue();
          return without(waits.meanwhile())
              .map(fewer -> {
                SortedMap<Integer, Incident> changed = new TreeMap<>(history.incidents());
                changed.put(entry.getKey(), new Incident.Waits(waits.time(), fewer));
                return history.withIncidents(changed);
              });
        });
  }

  private static <V> Stream<SortedMap<Integer, V>> without(SortedMap<Integer, V> map) {
    return map.keySet().stream()
        .map(key -> {
          SortedMap<Integer, V> fewer = new TreeMap<>(map);
          fewer.remove(key);
          return fewer;
        });
  }

  private static Stream<List<Step>> without(List<Step> steps) {
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
        .map(i -> {
          List<Step> fewer = new ArrayList<>(steps);
          fewer.remove(i.intValue());
          return fewer;
        });
  }
}
