package tandem.sync.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.Original;

/** What a side was read to hold in this turn, and has answered since. */
final class DecisionLook {
  private final Set<DecisionId> asked;
  private final Map<DecisionId, Held> held;

  /**
   * @param asked the ids that were known when it was read
   */
  DecisionLook(Set<DecisionId> asked, DecisionLog log) {
    this.asked = Set.copyOf(asked);
    this.held = new TreeMap<>(log.decisions());
  }

  Set<DecisionId> ids() {
    return Set.copyOf(held.keySet());
  }

  /** It could not have been recognised. */
  boolean isUnasked(DecisionId id) {
    return !asked.contains(id) && !held.containsKey(id);
  }

  Optional<Original> original(DecisionId id) {
    return Optional.ofNullable(held.get(id)).map(Held::original);
  }

  void keep(DecisionId id, Optional<Held> answer) {
    answer.ifPresentOrElse(now -> held.put(id, now), () -> held.remove(id));
  }
}
