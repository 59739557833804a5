package tandem.sync.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.MappingId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.store.TwinHint;

/**
 * Asks left issues that have no twin yet where they point to: one remote call an issue, and one for
 * all the right issues that they name.
 */
final class TwinSearch {
  private final Twins twins;
  private final MappingId mapping;
  private final Opened.Ready ready;
  private final Runnable beforeEach;

  /**
   * @param beforeEach runs before each call: many of them take long
   */
  TwinSearch(Twins twins, MappingId mapping, Opened.Ready ready, Runnable beforeEach) {
    this.twins = twins;
    this.mapping = mapping;
    this.ready = ready;
    this.beforeEach = beforeEach;
  }

  Outcome<List<TwinHint>> of(List<Observation.Present> alone) {
    Map<String, String> leftOf = new LinkedHashMap<>();
    for (Observation.Present left : alone) {
      beforeEach.run();
      switch (ready.left().pointers(left.issue())) {
        case Outcome.Failed<Set<String>>(RemoteFailure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Done<Set<String>>(Set<String> addresses) ->
            addresses.stream()
                .flatMap(address -> twins.rightKey(mapping, address).stream())
                .findFirst()
                .ifPresent(right -> leftOf.putIfAbsent(right, left.key()));
      }
    }
    return leftOf.isEmpty()
        ? new Outcome.Done<>(List.of())
        : ready.right().readAll(leftOf.keySet()).then(found -> hints(leftOf, found));
  }

  private static Outcome<List<TwinHint>> hints(
      Map<String, String> leftOf, List<Observation.Present> rights) {
    List<TwinHint> hints = new ArrayList<>();
    for (Observation.Present right : rights) {
      String left = leftOf.get(right.key());
      if (left != null) {
        hints.add(new TwinHint(left, right.issue(), right.key(), false));
      }
    }
    return new Outcome.Done<>(List.copyOf(hints));
  }
}
