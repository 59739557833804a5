package tandem.sync.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.Held;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingRules;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.GroundMerge;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Observation;
import tandem.sync.store.DecisionDispute;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionStates;
import tandem.sync.store.DecisionStore;
import tandem.sync.store.LinkState;
import tandem.sync.store.OverwrittenEdit;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings.Ending;
import tandem.sync.store.Sight;

/**
 * The decision log of the claimed link: each decision goes its own way. What is called save…
 * belongs into a step of the tenure.
 */
final class DecisionWork {
  private final Tenure tenure;
  private final LinkState link;
  private final DecisionStore store;
  private final Notation notation = new Notation();
  private final Map<Side, DecisionLook> looks = new EnumMap<>(Side.class);
  private final Map<DecisionId, List<OverwrittenEdit>> overwritten;
  private DecisionStates states;

  /**
   * @param link for what does not change in a turn: ids and keys
   */
  DecisionWork(Tenure tenure, LinkState link) {
    this.tenure = tenure;
    this.link = link;
    this.store = tenure.durable().links().decisions();
    this.states = store.find(tenure.link());
    this.overwritten = new HashMap<>(overwritten());
  }

  /** What is said to be overwritten from now on makes the link dirty again. */
  private Map<DecisionId, List<OverwrittenEdit>> overwritten() {
    return states.all().isEmpty()
        ? Map.of()
        : tenure.durable().links().overwrites().open(tenure.link()).stream()
            .collect(Collectors.groupingBy(OverwrittenEdit::decision));
  }

  /** Knows again what is stored. */
  void reload() {
    states = store.find(tenure.link());
  }

  /** By these ids a tracker's own names are recognised. */
  Set<DecisionId> known() {
    return states.all().keySet();
  }

  private DecisionCase of(DecisionId id) {
    return new DecisionCase(id, states.of(id), notation, overwritten.getOrDefault(id, List.of()));
  }

  private List<DecisionCase> all() {
    return states.all().keySet().stream().map(this::of).toList();
  }

  /** The side was never read, or a write to it may have happened unseen. */
  boolean isDoubtful(Side side) {
    return !states.isRead(side)
        || all().stream()
            .filter(decision -> !decision.isResting())
            .flatMap(decision -> decision.unanswered().stream())
            .anyMatch(intent -> intent.side() == side);
  }

  /**
   * In this turn the side was read without some id that is known by now, and what was taken for a
   * new decision may be just that one.
   */
  boolean isBlind(Side side) {
    DecisionLook look = looks.get(side);
    return look != null
        && known().stream().anyMatch(look::isUnasked)
        && look.ids().stream().anyMatch(id -> isOnlyOn(side, id));
  }

  private boolean isOnlyOn(Side side, DecisionId id) {
    DecisionCase decision = of(id);
    return decision.state().base().isEmpty()
        && decision.state().intents().isEmpty()
        && decision.state().sight(side.other()).flatMap(Sight::trace).isEmpty();
  }

  /** A person's ruling about any of them is open. */
  boolean isRuled() {
    return all().stream().anyMatch(decision -> decision.state().ruling().isPresent());
  }

  /** How many decisions both sides agree on. */
  int agreed() {
    return (int) all().stream().filter(it -> !it.state().base().isEmpty()).count();
  }

  /** What is to be done for each decision that does not rest. Both sides must have been read. */
  SortedMap<DecisionId, DecisionPlan> plans(MappingRules rules) {
    SortedMap<DecisionId, DecisionPlan> plans = new TreeMap<>();
    for (DecisionCase decision : all()) {
      if (!decision.isResting() && !decision.isUntouched()) {
        plans.put(decision.id(), decision.plan(rules.decisions()));
      }
    }
    return plans;
  }

  /** A look also tells of unanswered writes whether they happened. */
  void saveLook(Side side, Observation observation, Set<DecisionId> asked) {
    if (!(observation instanceof Observation.Present present)) {
      return;
    }
    if (present.log().isEmpty()) {
      store.read(id(), side);
      reload();
      return;
    }
    DecisionLog log = present.log().get();
    looks.put(side, new DecisionLook(asked, log));
    store.observed(id(), side, sights(log), tenure.now());
    reload();
    if (all().stream().mapToInt(decision -> saveEffects(decision, side)).sum() > 0) {
      reload();
    }
  }

  private int saveEffects(DecisionCase decision, Side side) {
    List<DecisionIntent> mine =
        decision.unanswered().stream().filter(intent -> intent.side() == side).toList();
    return (int)
        mine.stream()
            .filter(intent -> saveEffect(decision, intent, Receipt.How.READ_BACK, ""))
            .count();
  }

  private Map<DecisionId, Sight> sights(DecisionLog log) {
    Map<DecisionId, Sight> sights = new HashMap<>();
    log.decisions().forEach((id, held) -> sights.put(id, notation.sight(held, tenure.now())));
    return sights;
  }

  /** False where nothing shows that the write is in effect. */
  private boolean saveEffect(
      DecisionCase decision, DecisionIntent intent, Receipt.How how, String loss) {
    boolean legible = decision.unread(intent.side()).isEmpty();
    if (!legible || !GroundMerge.shows(decision.held(intent.side()), decision.write(intent))) {
      return false;
    }
    Optional<Instant> heldAt =
        decision.state().sight(intent.side()).flatMap(Sight::trace).flatMap(Sight.Trace::at);
    store.applied(
        id(), new DecisionReceipt(0, decision.id(), intent, how, loss, heldAt, tenure.now()));
    return true;
  }

  /** Writes down what is going to be sent, and the conflicts that a policy answered by it. */
  List<Edit> intend(Map<DecisionId, DecisionPlan> plans, Tally tally) {
    List<Edit> edits = new ArrayList<>();
    tally.conflicts(
        tenure.step(() -> {
          int found = 0;
          Set<DecisionId> fresh = new HashSet<>();
          for (Map.Entry<DecisionId, DecisionPlan> it : plans.entrySet()) {
            found += saveFindings(of(it.getKey()), it.getValue());
            if (saveWrites(of(it.getKey()), it.getValue())) {
              fresh.add(it.getKey());
            }
          }
          reload();
          plans.forEach((id, plan) -> edits.addAll(edits(of(id), plan)));
          fresh.forEach(id -> saveUnsent(of(id), edits));
          return found;
        }));
    return edits;
  }

  /** What was just written down and is not among the edits will never be sent. */
  private void saveUnsent(DecisionCase decision, List<Edit> edits) {
    decision.newest().stream()
        .filter(intent -> edits.stream().noneMatch(edit -> isOf(edit, intent)))
        .forEach(intent -> store.refused(id(), intent.id()));
  }

  private static boolean isOf(Edit edit, DecisionIntent intent) {
    return edit instanceof Edit.OfDecision(var issue, var change, DecisionIntent sent)
        && sent.id() == intent.id();
  }

  /** False where they were written down before. */
  private boolean saveWrites(DecisionCase decision, DecisionPlan plan) {
    List<DecisionIntent> writes = decision.writes(plan);
    boolean writtenDown =
        writes.stream().allMatch(write -> decision.unanswered().stream().anyMatch(write::repeats));
    if (!writtenDown) {
      saveDoubts(decision, decision.givenUp());
      store.intend(id(), decision.id(), writes, tenure.now());
    } else {
      decision.unanswered().forEach(intent -> store.sentAgain(id(), intent.id()));
    }
    return !writtenDown;
  }

  /**
   * What was heard of a side since its plan was made is known by now: then nothing is sent there,
   * and the turn's next round plans anew.
   */
  private List<Edit> edits(DecisionCase decision, DecisionPlan plan) {
    List<Edit> edits = new ArrayList<>();
    for (DecisionIntent write : decision.writes(plan)) {
      decision.unanswered().stream()
          .filter(write::repeats)
          .findFirst()
          .map(intent -> edit(decision.id(), plan.next().of(write.side()), intent))
          .ifPresent(edits::add);
    }
    return edits;
  }

  /** What is to be written was looked at in this turn. */
  private Edit edit(DecisionId id, Optional<Decision> after, DecisionIntent intent) {
    Optional<Original> previous =
        Optional.ofNullable(looks.get(intent.side())).flatMap(look -> look.original(id));
    DecisionChange change =
        after
            .<DecisionChange>map(decision -> new DecisionChange.Write(decision, previous))
            .orElseGet(() -> new DecisionChange.Erase(id, previous.orElseThrow()));
    return new Edit.OfDecision(link.side(intent.side()).issue(), change, intent);
  }

  /** Keeps the tracker's answer to a write. */
  void written(Edit.OfDecision edit, Optional<Held> answer) {
    DecisionId id = edit.change().id();
    Side side = edit.side();
    Sight sight =
        answer
            .map(held -> notation.sight(held, tenure.now()))
            .orElseGet(() -> Sight.gone(tenure.now()));
    Optional.ofNullable(looks.get(side)).ifPresent(look -> look.keep(id, answer));
    tenure.step(() -> {
      store.observed(id(), side, id, sight);
      reload();
      Optional<Decision> meant = notation.decision(id, edit.intent().after());
      if (saveEffect(of(id), edit.intent(), Receipt.How.ANSWERED, Loss.of(meant, answer))) {
        heed(of(id), side, edit.intent().after());
      }
      reload();
      return true;
    });
  }

  /** It did not happen, and no receipt may say later that it may have. */
  void refused(Edit.OfDecision edit) {
    boolean unused =
        tenure.step(() -> {
          store.refused(id(), edit.intent().id());
          return true;
        });
  }

  /**
   * Where nothing is left to write: the new bases and the open conflicts.
   *
   * @param plans of the decisions that are through
   * @return how many conflicts were found that were not known
   */
  int saveEnd(Map<DecisionId, DecisionPlan> plans) {
    int found = 0;
    for (Map.Entry<DecisionId, DecisionPlan> entry : plans.entrySet()) {
      DecisionPlan plan = entry.getValue();
      found += saveFindings(of(entry.getKey()), plan);
      if (plan.isRuled()) {
        endRuling(of(entry.getKey()), Ending.DONE);
      }
      if (!plan.isHeldBack()) {
        saveAgreement(of(entry.getKey()), plan.next().base());
        heed(of(entry.getKey()), plan);
      }
    }
    for (DecisionCase decision : all()) {
      if (decision.isUnread()) {
        found +=
            saveDisputes(decision.id(), List.of(Disputes.unread(decision, link, tenure.now())));
      }
    }
    return found;
  }

  /** A ruling answers what was open and finds nothing; where it did not hold, it has lapsed. */
  private int saveFindings(DecisionCase decision, DecisionPlan plan) {
    if (plan.isRuled()) {
      int unused = saveDisputes(decision.id(), Disputes.answered(decision));
      return 0;
    }
    endRuling(decision, Ending.LAPSED);
    List<DecisionDispute> found = new ArrayList<>(Disputes.of(plan, tenure.now()));
    found.addAll(Disputes.doubtful(decision, tenure.now()));
    return saveDisputes(decision.id(), found);
  }

  /** Only the one that this turn knew: a ruling that was given meanwhile has its own turn. */
  private void endRuling(DecisionCase decision, Ending ending) {
    decision
        .state()
        .ruling()
        .ifPresent(ruling -> store.ruled(id(), ruling.id(), ending, tenure.now()));
  }

  private void saveAgreement(DecisionCase decision, Optional<Decision> base) {
    boolean same = decision.base().equals(base);
    boolean known = base.isPresent() || decision.state().isTombstone();
    if (!same || !known || !decision.state().intents().isEmpty()) {
      saveDoubts(decision, decision.state().intents());
      store.agreed(id(), decision.id(), Notation.text(base), tenure.now());
    }
  }

  /** Of these intents nothing is ever heard again. */
  private void saveDoubts(DecisionCase decision, List<DecisionIntent> intents) {
    for (DecisionIntent intent : intents) {
      if (decision.mayHaveReplaced(intent)) {
        store.doubted(
            id(),
            new DecisionReceipt(
                0,
                decision.id(),
                intent,
                Receipt.How.UNANSWERED,
                "",
                Optional.empty(),
                tenure.now()));
      }
    }
  }

  private void heed(DecisionCase decision, DecisionPlan plan) {
    decision.overwritten().forEach(edit -> heed(edit, Notation.text(plan.next().of(edit.side()))));
  }

  /**
   * The side has it again, whatever becomes of the other side's part of the plan: who edits it from
   * now on knows it.
   */
  private void heed(DecisionCase decision, Side side, String restored) {
    List<OverwrittenEdit> open = new ArrayList<>(decision.overwritten());
    for (OverwrittenEdit edit : decision.overwritten()) {
      if (edit.certain() && edit.side() == side) {
        heed(edit, restored);
        open.remove(edit);
      }
    }
    overwritten.put(decision.id(), open);
  }

  private void heed(OverwrittenEdit edit, String restored) {
    tenure.durable().links().overwrites().heeded(edit.id(), restored, tenure.now());
  }

  private int saveDisputes(DecisionId decision, List<DecisionDispute> found) {
    boolean nothing = found.isEmpty() && states.of(decision).disputes().isEmpty();
    return nothing ? 0 : store.disputes(id(), decision, found, tenure.now());
  }

  /** Nothing more is tried for the decision until either side is edited. */
  int saveAside(DecisionId decision, String why) {
    return saveDisputes(decision, List.of(Disputes.refused(of(decision), why, tenure.now())));
  }

  private LinkId id() {
    return tenure.link();
  }
}
