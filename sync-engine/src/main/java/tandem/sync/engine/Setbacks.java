package tandem.sync.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tandem.sync.model.DecisionId;
import tandem.sync.replica.RemoteFailure;

/** The aspects whose writes failed in this turn: they wait, the others go on. */
final class Setbacks {
  private final Map<Edit.Aspect, RemoteFailure> failures = new LinkedHashMap<>();

  /** Whether a failure says nothing about the next call, so that other aspects may go on. */
  static boolean isOfOne(RemoteFailure failure) {
    return switch (failure) {
      case RemoteFailure.Rejected rejected -> true;
      case RemoteFailure.Unknown unknown -> true;
      case RemoteFailure.TrackerDown down -> false;
      case RemoteFailure.RateLimited limited -> false;
      case RemoteFailure.AccessGone gone -> false;
    };
  }

  void note(Edit.Aspect aspect, RemoteFailure failure) {
    failures.put(aspect, failure);
  }

  Set<Edit.Aspect> waiting() {
    return Set.copyOf(failures.keySet());
  }

  /** Takes the decisions out whose attempts are spent, each with the reason. */
  Map<DecisionId, String> takeRefused(Predicate<RemoteFailure> isSpent) {
    Map<DecisionId, String> refused = new TreeMap<>();
    failures.forEach((aspect, failure) -> {
      if (isSpent.test(failure)) {
        aspect.decision().ifPresent(id -> refused.put(id, failure.why()));
      }
    });
    refused.keySet().forEach(id -> failures.remove(Edit.Aspect.of(id)));
    return refused;
  }

  /** The failure that the link has to wait for: one that may still happen before any other. */
  Optional<RemoteFailure> first() {
    return failures.values().stream()
        .filter(RemoteFailure.Unknown.class::isInstance)
        .findFirst()
        .or(() -> failures.values().stream().findFirst());
  }
}
