package tandem.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.function.UnaryOperator;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/** {@link DecisionStore} over maps, for simulations. Passes the same contract as the real one. */
public final class MemoryDecisionStore implements DecisionStore, MemoryDatabase.Part {
  private final MemoryDatabase database;
  private final Predicate<Owned> owned;
  private Map<LinkId, DecisionStates> states = new HashMap<>();
  private Map<Key, Long> versions = new HashMap<>();
  private Map<Long, Given> receipts = new TreeMap<>();
  private Map<DisputeKey, DecisionDispute> disputes = new LinkedHashMap<>();
  private final MemoryUnplaced unplaced;
  private List<Rulings.Ending> endings = new ArrayList<>();
  private Set<Long> refused = new HashSet<>();
  private long ids;

  /** Whose link it is. */
  record Owned(InstallationId tenant, LinkId link) {}

  private final ToLongBiFunction<LinkId, Side> seen;

  private record Key(LinkId link, DecisionId id) {}

  private record Given(LinkId link, DecisionReceipt receipt) {}

  private record DisputeKey(Key key, long version, String part, String left, String right) {}

  MemoryDecisionStore(
      MemoryDatabase database, Predicate<Owned> owned, ToLongBiFunction<LinkId, Side> seen) {
    this.database = database;
    this.owned = owned;
    this.seen = seen;
    this.unplaced = new MemoryUnplaced(database);
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var oldStates = new HashMap<>(states);
    var oldVersions = new HashMap<>(versions);
    var oldReceipts = new TreeMap<>(receipts);
    var oldDisputes = new LinkedHashMap<>(disputes);
    var oldEndings = new ArrayList<>(endings);
    var oldRefused = new HashSet<>(refused);
    return () -> {
      refused = oldRefused;
      states = oldStates;
      versions = oldVersions;
      receipts = oldReceipts;
      disputes = oldDisputes;
      endings = oldEndings;
    };
  }

  @Override
  public DecisionStates find(LinkId link) {
    return states.getOrDefault(link, new DecisionStates(false, false, new TreeMap<>()));
  }

  @Override
  public void observed(LinkId link, Side side, Map<DecisionId, Sight> all, Instant now) {
    database.run(() -> {
      read(link, side);
      find(link)
          .all()
          .forEach((id, state) -> {
            boolean was = state.sight(side).filter(known -> !known.isGone()).isPresent();
            if (was && !all.containsKey(id)) {
              observed(link, side, id, Sight.gone(now));
            }
          });
      all.forEach((id, sight) -> observed(link, side, id, sight));
    });
  }

  @Override
  public void observed(LinkId link, Side side, DecisionId id, Sight sight) {
    change(
        link,
        id,
        old -> {
          Instant since =
              old.sight(side).filter(sight::isSame).map(Sight::since).orElse(sight.since());
          Optional<Sight> now = Optional.of(sight.since(since));
          return side == Side.LEFT
              ? new DecisionState(
                  old.base(), now, old.right(), old.intents(), old.disputes(), old.ruling())
              : new DecisionState(
                  old.base(), old.left(), now, old.intents(), old.disputes(), old.ruling());
        });
  }

  @Override
  public void read(LinkId link, Side side) {
    DecisionStates old = find(link);
    boolean left = old.leftRead() || side == Side.LEFT;
    boolean right = old.rightRead() || side == Side.RIGHT;
    database.run(() -> states.put(link, new DecisionStates(left, right, old.all())));
  }

  private void change(LinkId link, DecisionId id, UnaryOperator<DecisionState> change) {
    database.run(() -> {
      DecisionStates old = find(link);
      SortedMap<DecisionId, DecisionState> all = new TreeMap<>(old.all());
      all.put(id, change.apply(old.of(id)));
      states.put(link, new DecisionStates(old.leftRead(), old.rightRead(), all));
    });
  }

  private void intents(LinkId link, DecisionId id, List<DecisionIntent> intents) {
    change(
        link,
        id,
        old ->
            new DecisionState(
                old.base(), old.left(), old.right(), intents, old.disputes(), old.ruling()));
  }

  @Override
  public void intend(LinkId link, DecisionId id, List<DecisionIntent> writes, Instant now) {
    database.run(() -> {
      List<DecisionIntent> known = find(link).of(id).intents();
      List<Long> answered =
          known.stream().filter(DecisionIntent::answered).map(DecisionIntent::plan).toList();
      List<DecisionIntent> intents =
          new ArrayList<>(known.stream().filter(i -> answered.contains(i.plan())).toList());
      long plan = ++ids;
      writes.forEach(write -> intents.add(looked(link, id, numbered(write, ++ids, plan, false))));
      intents(link, id, intents);
    });
  }

  private static DecisionIntent numbered(DecisionIntent i, long id, long plan, boolean answered) {
    return new DecisionIntent(
        id,
        plan,
        i.side(),
        i.before(),
        i.after(),
        i.agreed(),
        i.why(),
        i.causedAt(),
        answered,
        i.look());
  }

  private DecisionIntent looked(LinkId link, DecisionId id, DecisionIntent i) {
    Optional<Instant> at =
        find(link).of(id).sight(i.side()).flatMap(Sight::trace).flatMap(Sight.Trace::at);
    return new DecisionIntent(
        i.id(),
        i.plan(),
        i.side(),
        i.before(),
        i.after(),
        i.agreed(),
        i.why(),
        i.causedAt(),
        i.answered(),
        new DecisionIntent.Look(seen.applyAsLong(link, i.side()), at));
  }

  @Override
  public void applied(LinkId link, DecisionReceipt given) {
    long number = given.intent().id();
    database.run(() -> {
      intents(
          link,
          given.decision(),
          find(link).of(given.decision()).intents().stream()
              .map(i -> i.id() == number ? numbered(i, i.id(), i.plan(), true) : i)
              .toList());
      doubted(link, given);
    });
  }

  @Override
  public void refused(LinkId link, long intent) {
    database.run(() -> refused.add(intent));
  }

  @Override
  public void sentAgain(LinkId link, long intent) {
    database.run(() -> refused.remove(intent));
  }

  @Override
  public void doubted(LinkId link, DecisionReceipt given) {
    long number = given.intent().id();
    database.run(() -> {
      if (!given.isKnown() && refused.contains(number)) {
        return;
      }
      DecisionReceipt receipt =
          new DecisionReceipt(
              number,
              given.decision(),
              given.intent(),
              given.how(),
              given.loss(),
              given.heldAt(),
              given.appliedAt());
      receipts.putIfAbsent(number, new Given(link, receipt));
    });
  }

  @Override
  public void agreed(LinkId link, DecisionId id, String value, Instant now) {
    database.run(() -> {
      Key key = new Key(link, id);
      if (!versions.containsKey(key) || !find(link).of(id).base().equals(value)) {
        versions.merge(key, 1L, Long::sum);
      }
      change(
          link,
          id,
          old -> {
            Optional<Sight> left = value.isEmpty() ? Optional.empty() : old.left();
            Optional<Sight> right = value.isEmpty() ? Optional.empty() : old.right();
            return new DecisionState(value, left, right, List.of(), old.disputes(), old.ruling());
          });
    });
  }

  @Override
  public int disputes(LinkId link, DecisionId id, List<DecisionDispute> found, Instant now) {
    return database.within(() -> {
      List<DecisionDispute> open = new ArrayList<>();
      for (DecisionDispute known : find(link).of(id).disputes()) {
        if (found.stream().anyMatch(it -> it.isOpen() && it.isOfTheSame(known))) {
          open.add(known);
        }
      }
      int fresh = found.stream().mapToInt(it -> keep(new Key(link, id), it, open)).sum();
      change(
          link,
          id,
          old ->
              new DecisionState(
                  old.base(), old.left(), old.right(), old.intents(), open, old.ruling()));
      return fresh;
    });
  }

  private int keep(Key key, DecisionDispute found, List<DecisionDispute> open) {
    long version = versions.getOrDefault(key, 0L);
    var name = new DisputeKey(key, version, found.part(), found.left(), found.right());
    DecisionDispute known = disputes.get(name);
    boolean isOpen = open.stream().anyMatch(found::isOfTheSame);
    if (known != null && known.chosen().equals(found.chosen()) && isOpen == found.isOpen()) {
      return 0;
    }
    disputes.put(name, found);
    if (found.isOpen() && !isOpen) {
      open.add(found);
    }
    return 1;
  }

  /** All that were ever found. */
  public List<DecisionDispute> allDisputes() {
    return List.copyOf(disputes.values());
  }

  @Override
  public void rule(LinkId link, DecisionId id, DecisionRuling given, Rulings.Author author) {
    long number = ++ids;
    ruling(
        link,
        id,
        Optional.of(
            new DecisionRuling(
                number, given.kind(), given.value(), given.left(), given.right(), given.at())));
  }

  @Override
  public void ruled(LinkId link, long number, Rulings.Ending ending, Instant now) {
    find(link)
        .all()
        .forEach((id, state) -> {
          if (state.ruling().filter(it -> it.id() == number).isPresent()) {
            ruling(link, id, Optional.empty());
            database.run(() -> endings.add(ending));
          }
        });
  }

  private void ruling(LinkId link, DecisionId id, Optional<DecisionRuling> ruling) {
    change(
        link,
        id,
        old ->
            new DecisionState(
                old.base(), old.left(), old.right(), old.intents(), old.disputes(), ruling));
  }

  /** How rulings ended, oldest first. */
  public List<Rulings.Ending> endings() {
    return List.copyOf(endings);
  }

  @Override
  public List<DecisionReceipt> receipts(LinkId link) {
    return receipts.values().stream()
        .filter(given -> given.link().equals(link))
        .map(Given::receipt)
        .toList();
  }

  @Override
  public List<DecisionReceipt> latest(LinkId link, DecisionId id, Side side, int atMost) {
    return receipts(link).reversed().stream()
        .filter(it -> it.decision().equals(id) && it.intent().side() == side && it.isKnown())
        .limit(atMost)
        .toList();
  }

  @Override
  public Optional<Placed> placed(InstallationId tenant, Side side, String ref) {
    return states.entrySet().stream()
        .filter(entry -> owned.test(new Owned(tenant, entry.getKey())))
        .flatMap(entry ->
            entry.getValue().all().entrySet().stream()
                .flatMap(it ->
                    it
                        .getValue()
                        .sight(side)
                        .flatMap(Sight::trace)
                        .filter(trace -> trace.ref().equals(ref))
                        .map(trace -> new Placed(entry.getKey(), it.getKey(), trace.mark()))
                        .stream()))
        .findFirst();
  }

  @Override
  public void unplaced(InstallationId tenant, Side side, Unplaced seen, Instant dueAt) {
    database.run(() -> unplaced.add(tenant, side, seen, dueAt));
  }

  @Override
  public List<Unplaced> unplaced(InstallationId tenant, Side side, Due due) {
    return unplaced.due(tenant, side, due);
  }

  @Override
  public List<InstallationId> tenantsUnplaced(Instant now) {
    return unplaced.tenants(now);
  }

  @Override
  public void postpone(InstallationId tenant, Side side, String ref, Instant dueAt) {
    database.run(() -> unplaced.postpone(tenant, side, ref, dueAt));
  }

  @Override
  public boolean forget(InstallationId tenant, Side side, Unplaced seen) {
    return database.within(() -> unplaced.forget(tenant, side, seen));
  }

  @Override
  public Optional<Map<DecisionId, String>> marks(LinkId link, Side side) {
    if (!find(link).isRead(side)) {
      return Optional.empty();
    }
    Map<DecisionId, String> marks = new HashMap<>();
    find(link)
        .all()
        .forEach((id, state) ->
            state
                .sight(side)
                .flatMap(Sight::trace)
                .ifPresent(trace -> marks.put(id, trace.mark())));
    return Optional.of(marks);
  }
}
