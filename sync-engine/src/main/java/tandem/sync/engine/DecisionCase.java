package tandem.sync.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.DecisionRow;
import tandem.sync.reconcile.Ground;
import tandem.sync.reconcile.GroundMerge;
import tandem.sync.reconcile.OpenPlan;
import tandem.sync.reconcile.Overwritten;
import tandem.sync.reconcile.Referee;
import tandem.sync.reconcile.RuledDecision;
import tandem.sync.reconcile.Versions;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.DecisionRuling;
import tandem.sync.store.DecisionState;
import tandem.sync.store.OverwrittenEdit;
import tandem.sync.store.Sight;

/** One decision of a link: what is stored of it, read. Changes nothing. */
record DecisionCase(
    DecisionId id, DecisionState state, Notation notation, List<OverwrittenEdit> overwritten) {
  /** They say that nothing happened. */
  private static final Set<DecisionRow> SILENT =
      EnumSet.of(DecisionRow.D01, DecisionRow.T01, DecisionRow.T08);

  DecisionCase(DecisionId id, DecisionState state, Notation notation) {
    this(id, state, notation, List.of());
  }

  /** Nothing is planned for it: it is gone from both sides, cannot be read, or is set aside. */
  boolean isResting() {
    return (state.isTombstone() && overwritten.isEmpty()) || isUnread() || isSetAside();
  }

  /** Nothing happened to it, letter for letter: it need not even be read. */
  boolean isUntouched() {
    return !state.base().isEmpty()
        && state.base().equals(text(Side.LEFT))
        && state.base().equals(text(Side.RIGHT))
        && state.intents().isEmpty()
        && state.disputes().isEmpty()
        && state.ruling().isEmpty()
        && overwritten.isEmpty();
  }

  boolean isUnread() {
    return Stream.of(Side.values()).anyMatch(side -> unread(side).isPresent());
  }

  Optional<String> unread(Side side) {
    return state.sight(side).flatMap(Sight::unread);
  }

  /** The tracker refused its change, and neither side was edited since. */
  boolean isSetAside() {
    return state.disputes().stream()
        .anyMatch(dispute ->
            dispute.why().equals(DecisionRow.D20.name())
                && dispute.left().equals(text(Side.LEFT))
                && dispute.right().equals(text(Side.RIGHT)));
  }

  /** Both sides must have been looked at, and it must not rest. */
  DecisionPlan plan(ConflictPolicy policy) {
    return ruled().flatMap(ruled -> ruled.plan(found())).orElseGet(() -> merged(policy));
  }

  Optional<Decision> base() {
    return read(state.base());
  }

  Optional<Decision> read(String text) {
    return notation.decision(id, text);
  }

  private Versions<Optional<Decision>> found() {
    return new Versions<>(base(), held(Side.LEFT), held(Side.RIGHT));
  }

  /** An edit that nobody saw before it was overwritten was not ruled about either. */
  private Optional<RuledDecision> ruled() {
    return state
        .ruling()
        .filter(ruling -> overwritten.stream().noneMatch(OverwrittenEdit::certain))
        .map(ruling ->
            new RuledDecision(
                ruling.kind(), read(ruling.value()), read(ruling.left()), read(ruling.right())));
  }

  /** The side that a person chose by the open ruling. */
  Optional<Side> chosen() {
    return ruled()
        .filter(ruled -> ruled.kind() == Ruling.Kind.CHOICE)
        .flatMap(RuledDecision::chosen);
  }

  private DecisionPlan merged(ConflictPolicy policy) {
    Referee referee = new Referee(policy, since(Side.LEFT), since(Side.RIGHT));
    return GroundMerge.plan(ground(), held(Side.LEFT), held(Side.RIGHT), referee);
  }

  private Ground ground() {
    List<OpenPlan> plans = plans().values().stream().map(this::open).toList();
    return Ground.of(base(), plans)
        .having(
            overwritten.stream().filter(OverwrittenEdit::certain).map(this::overwritten).toList());
  }

  private OpenPlan open(List<DecisionIntent> writes) {
    Optional<Decision> agreed = read(writes.getFirst().agreed());
    return new OpenPlan(agreed, writes.stream().map(this::write).toList());
  }

  private Overwritten overwritten(OverwrittenEdit edit) {
    return new Overwritten(
        edit.side(), read(edit.before()), read(edit.after()), read(edit.lost()), edit.at());
  }

  OpenPlan.Write write(DecisionIntent intent) {
    return new OpenPlan.Write(
        intent.side(), read(intent.before()), read(intent.after()), intent.answered());
  }

  /** Oldest first. */
  private Map<Long, List<DecisionIntent>> plans() {
    return state.intents().stream()
        .collect(
            Collectors.groupingBy(DecisionIntent::plan, LinkedHashMap::new, Collectors.toList()));
  }

  /** Those whose plan a new one takes the place of: it has no answered write. */
  List<DecisionIntent> givenUp() {
    Set<Long> answered =
        state.intents().stream()
            .filter(DecisionIntent::answered)
            .map(DecisionIntent::plan)
            .collect(Collectors.toSet());
    return state.intents().stream().filter(it -> !answered.contains(it.plan())).toList();
  }

  /** The writes of the newest plan. */
  List<DecisionIntent> newest() {
    long plan = state.intents().stream().mapToLong(DecisionIntent::plan).max().orElse(0);
    return state.intents().stream().filter(it -> it.plan() == plan).toList();
  }

  /** Its answer is missing, something stood there, and no look has found that since. */
  boolean mayHaveReplaced(DecisionIntent intent) {
    boolean found =
        intent.before().equals(text(intent.side()))
            || state.intents().stream()
                .filter(it -> it.side() == intent.side() && it.id() > intent.id())
                .anyMatch(it -> it.before().equals(intent.before()));
    return !intent.answered() && !intent.before().isEmpty() && !found;
  }

  /** Writes of which it is not known whether they are in effect, and which still matter. */
  List<DecisionIntent> unanswered() {
    long newest =
        state.intents().stream()
            .filter(DecisionIntent::answered)
            .mapToLong(DecisionIntent::plan)
            .max()
            .orElse(0);
    return state.intents().stream()
        .filter(intent -> !intent.answered() && intent.plan() >= newest)
        .toList();
  }

  /** What a plan is going to write, one for each side that needs one. */
  List<DecisionIntent> writes(DecisionPlan plan) {
    return Stream.of(Side.values()).filter(plan::changes).map(side -> intent(side, plan)).toList();
  }

  private DecisionIntent intent(Side side, DecisionPlan plan) {
    return new DecisionIntent(
        0,
        0,
        side,
        text(side),
        Notation.text(plan.next().of(side)),
        Notation.text(plan.next().base()),
        rows(plan),
        causedAt(side, plan),
        false,
        DecisionIntent.Look.NONE);
  }

  private Instant causedAt(Side side, DecisionPlan plan) {
    return state
        .ruling()
        .filter(ruling -> plan.isRuled())
        .map(DecisionRuling::at)
        .orElseGet(() -> since(side.other()));
  }

  private static String rows(DecisionPlan plan) {
    return plan.rows().stream()
        .filter(row -> !SILENT.contains(row))
        .map(Enum::name)
        .collect(Collectors.joining(","));
  }

  Optional<Decision> held(Side side) {
    return read(text(side));
  }

  String text(Side side) {
    return state.sight(side).map(Sight::value).orElse("");
  }

  private Instant since(Side side) {
    return state.sight(side).map(Sight::since).orElse(Instant.EPOCH);
  }
}
