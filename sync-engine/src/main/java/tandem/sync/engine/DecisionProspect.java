package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionState;
import tandem.sync.store.DecisionStates;
import tandem.sync.store.LinkState;
import tandem.sync.store.OverwrittenEdit;
import tandem.sync.store.Sight;

/**
 * What a turn would plan for the decisions of a pair, given what both sides hold now. Reads what is
 * stored of them and writes nothing.
 */
final class DecisionProspect {
  private static final String SET_ASIDE =
      "A tracker refused its change, and neither side was edited since.";

  private final DecisionStates states;
  private final Map<DecisionId, List<OverwrittenEdit>> overwritten;
  private final Instant now;
  private final Notation notation = new Notation();

  private DecisionProspect(
      DecisionStates states, Map<DecisionId, List<OverwrittenEdit>> overwritten, Instant now) {
    this.states = states;
    this.overwritten = overwritten;
    this.now = now;
  }

  /**
   * @param link empty for a pair that is not linked yet
   */
  static DecisionProspect of(Durable durable, Optional<LinkState> link) {
    Instant now = durable.clock().instant();
    return link.map(LinkState::id)
        .map(id ->
            new DecisionProspect(
                durable.links().decisions().find(id),
                durable.links().overwrites().open(id).stream()
                    .collect(Collectors.groupingBy(OverwrittenEdit::decision)),
                now))
        .orElseGet(() ->
            new DecisionProspect(new DecisionStates(false, false, new TreeMap<>()), Map.of(), now));
  }

  /** By these ids a tracker's own names are recognised. */
  Set<DecisionId> known() {
    return states.all().keySet();
  }

  /** For each decision that is on a side, or was. */
  List<Outlook> given(DecisionLog left, DecisionLog right, ConflictPolicy policy) {
    Set<DecisionId> ids = new TreeSet<>(known());
    ids.addAll(left.decisions().keySet());
    ids.addAll(right.decisions().keySet());
    return ids.stream().flatMap(id -> outlook(asIs(id, left, right), policy).stream()).toList();
  }

  private static Optional<Outlook> outlook(DecisionCase decision, ConflictPolicy policy) {
    Optional<String> unread =
        Stream.of(Side.values()).flatMap(side -> decision.unread(side).stream()).findFirst();
    if (unread.isPresent()) {
      return Optional.of(new Outlook.Rests(decision.id(), unread.get()));
    }
    if (decision.isSetAside()) {
      return Optional.of(new Outlook.Rests(decision.id(), SET_ASIDE));
    }
    return decision.isResting()
        ? Optional.empty()
        : Optional.of(new Outlook.Planned(decision.id(), decision.plan(policy)));
  }

  private DecisionCase asIs(DecisionId id, DecisionLog left, DecisionLog right) {
    DecisionState stored = states.of(id);
    DecisionState seen =
        new DecisionState(
            stored.base(),
            sight(id, left, stored.left()),
            sight(id, right, stored.right()),
            stored.intents(),
            stored.disputes(),
            stored.ruling());
    return new DecisionCase(id, seen, notation, overwritten.getOrDefault(id, List.of()));
  }

  /** What is known to have been so for longer is not the later one. */
  private Optional<Sight> sight(DecisionId id, DecisionLog log, Optional<Sight> known) {
    Optional<Sight> seen =
        Optional.ofNullable(log.decisions().get(id)).map(held -> notation.sight(held, now));
    if (seen.isEmpty()) {
      return known.map(was -> was.trace().isEmpty() ? was : Sight.gone(now));
    }
    return seen.map(is -> known.filter(is::isSame).map(was -> is.since(was.since())).orElse(is));
  }
}
