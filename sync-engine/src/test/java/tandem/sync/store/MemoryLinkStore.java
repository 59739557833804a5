package tandem.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/** {@link LinkStore} over maps, for simulations. Passes the same contract as the real one. */
public class MemoryLinkStore implements LinkStore, MemoryDatabase.Part {
  private final MemoryDatabase database;
  private final MemoryDecisionStore decisions;
  private final MemoryHolds holds;
  private final MemoryOverwrites overwrites;
  private Map<LinkId, LinkState> links = new LinkedHashMap<>();
  private Map<End, LinkId> ends = new HashMap<>();
  private Map<SideKey, Instant> observedAt = new HashMap<>();
  private Map<LinkId, Instant> madeAt = new HashMap<>();
  private Map<Long, Receipt> receipts = new TreeMap<>();
  private Map<Long, LinkId> receiptLinks = new HashMap<>();
  private Map<ConflictKey, Kept> conflicts = new LinkedHashMap<>();
  private Set<Long> refused = new HashSet<>();
  private long ids;

  private record End(InstallationId installation, Side side, IssueId issue) {}

  private record SideKey(LinkId link, Side side) {}

  private record ConflictKey(
      LinkId link, long baseVersion, SortedSet<Budget> left, SortedSet<Budget> right) {}

  private record Kept(ConflictRecord conflict, boolean open) {}

  public MemoryLinkStore(MemoryDatabase database) {
    this.database = database;
    database.add(this);
    this.decisions =
        new MemoryDecisionStore(
            database,
            it -> find(it.link()).filter(l -> l.installation().equals(it.tenant())).isPresent(),
            (link, side) -> links.get(link).side(side).seen());
    this.holds = new MemoryHolds(database, this);
    this.overwrites = new MemoryOverwrites(database);
  }

  @Override
  public MemoryDecisionStore decisions() {
    return decisions;
  }

  @Override
  public MemoryHolds holds() {
    return holds;
  }

  @Override
  public MemoryOverwrites overwrites() {
    return overwrites;
  }

  List<LinkState> all() {
    return List.copyOf(links.values());
  }

  @Override
  public Runnable bookmark() {
    var oldLinks = new LinkedHashMap<>(links);
    var oldEnds = new HashMap<>(ends);
    var oldObservedAt = new HashMap<>(observedAt);
    var oldMadeAt = new HashMap<>(madeAt);
    var oldReceipts = new TreeMap<>(receipts);
    var oldReceiptLinks = new HashMap<>(receiptLinks);
    var oldConflicts = new LinkedHashMap<>(conflicts);
    var oldRefused = new HashSet<>(refused);
    return () -> {
      refused = oldRefused;
      links = oldLinks;
      ends = oldEnds;
      observedAt = oldObservedAt;
      madeAt = oldMadeAt;
      receipts = oldReceipts;
      receiptLinks = oldReceiptLinks;
      conflicts = oldConflicts;
    };
  }

  @Override
  public Enrolment link(InstallationId installation, MappingId mapping, Ends two, Instant now) {
    return database.within(() -> {
      LinkId left = ends.get(new End(installation, Side.LEFT, two.left()));
      LinkId right = ends.get(new End(installation, Side.RIGHT, two.right()));
      if (left != null || right != null) {
        return left != null && left.equals(right)
            ? new Enrolment.Known(left)
            : new Enrolment.Taken();
      }
      return enrol(installation, mapping, two, now);
    });
  }

  private Enrolment enrol(InstallationId installation, MappingId mapping, Ends two, Instant now) {
    LinkId link = new LinkId(++ids);
    madeAt.put(link, now);
    ends.put(new End(installation, Side.LEFT, two.left()), link);
    ends.put(new End(installation, Side.RIGHT, two.right()), link);
    SideState left = new SideState(two.left(), two.leftKey(), Optional.empty(), false, 1, 0);
    SideState right = new SideState(two.right(), two.rightKey(), Optional.empty(), false, 1, 0);
    links.put(
        link, new LinkState(link, installation, mapping, left, right, Optional.empty(), List.of()));
    return new Enrolment.Created(link);
  }

  Instant madeAt(LinkId link) {
    return Optional.ofNullable(madeAt.get(link)).orElseThrow();
  }

  /** Forgets a link and all that is known of it. */
  void remove(LinkId link) {
    links.remove(link);
    ends.values().removeIf(link::equals);
    observedAt.keySet().removeIf(key -> key.link().equals(link));
    conflicts.keySet().removeIf(key -> key.link().equals(link));
    receiptLinks.entrySet().stream()
        .filter(entry -> entry.getValue().equals(link))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(receipts::remove);
    receiptLinks.values().removeIf(link::equals);
  }

  int removeAll(InstallationId installation, MappingId mapping) {
    List<LinkId> removed =
        links.values().stream()
            .filter(it -> it.installation().equals(installation) && it.mapping().equals(mapping))
            .map(LinkState::id)
            .toList();
    removed.forEach(this::remove);
    return removed.size();
  }

  @Override
  public Optional<LinkId> linkOf(InstallationId installation, Side side, IssueId issue) {
    return Optional.ofNullable(ends.get(new End(installation, side, issue)));
  }

  @Override
  public Optional<LinkState> find(LinkId link) {
    return Optional.ofNullable(links.get(link));
  }

  @Override
  public Optional<Glance> glance(InstallationId installation, Side side, IssueId issue) {
    return linkOf(installation, side, issue).map(links::get).map(link -> glance(link, side));
  }

  private Glance glance(LinkState link, Side side) {
    SideState state = link.side(side);
    return new Glance(
        link.id(),
        link.mapping(),
        state,
        Optional.ofNullable(observedAt.get(new SideKey(link.id(), side))),
        decisions.marks(link.id(), side).isPresent(),
        state.toString());
  }

  @Override
  public boolean stillHeld(Glance known, Side side, String key, Instant at) {
    return database.within(() -> {
      boolean same =
          find(known.link()).filter(link -> glance(link, side).equals(known)).isPresent();
      if (same) {
        observedAt.put(new SideKey(known.link(), side), at);
        change(
            known.link(),
            side,
            s -> new SideState(s.issue(), key, s.snapshot(), s.gone(), s.news(), s.seen()));
      }
      return same;
    });
  }

  @Override
  public List<MappingId> mappings(InstallationId installation) {
    return links.values().stream()
        .filter(link -> link.installation().equals(installation))
        .map(LinkState::mapping)
        .distinct()
        .sorted(Comparator.comparing(MappingId::value))
        .toList();
  }

  @Override
  public boolean observed(LinkId link, Side side, String key, Snapshot snapshot) {
    return database.within(() -> {
      Instant known = observedAt.get(new SideKey(link, side));
      if (known != null && known.isAfter(snapshot.at())) {
        return false;
      }
      observedAt.put(new SideKey(link, side), snapshot.at());
      SideState old = links.get(link).side(side);
      boolean same = old.snapshot().filter(s -> s.budgets().equals(snapshot.budgets())).isPresent();
      Optional<Snapshot> kept = same ? old.snapshot() : Optional.of(snapshot);
      change(link, side, s -> new SideState(s.issue(), key, kept, false, s.news(), s.seen()));
      return !same || old.gone();
    });
  }

  @Override
  public void gone(LinkId link, Side side) {
    change(
        link, side, s -> new SideState(s.issue(), s.key(), s.snapshot(), true, s.news(), s.seen()));
  }

  @Override
  public void touched(LinkId link, Side side) {
    change(
        link,
        side,
        s -> new SideState(s.issue(), s.key(), s.snapshot(), s.gone(), s.news() + 1, s.seen()));
  }

  @Override
  public long news(LinkId link, Side side) {
    return links.get(link).side(side).news();
  }

  @Override
  public void seen(LinkId link, Side side, long news) {
    change(
        link,
        side,
        s ->
            new SideState(
                s.issue(), s.key(), s.snapshot(), s.gone(), s.news(), Math.max(s.seen(), news)));
  }

  private void change(LinkId link, Side side, UnaryOperator<SideState> change) {
    database.run(() -> {
      LinkState old = links.get(link);
      SideState left = side == Side.LEFT ? change.apply(old.left()) : old.left();
      SideState right = side == Side.RIGHT ? change.apply(old.right()) : old.right();
      links.put(
          link,
          new LinkState(
              link, old.installation(), old.mapping(), left, right, old.base(), old.intents()));
    });
  }

  private void change(LinkId link, Optional<LinkState.Base> base, List<Intent> intents) {
    LinkState old = links.get(link);
    links.put(
        link,
        new LinkState(
            link, old.installation(), old.mapping(), old.left(), old.right(), base, intents));
  }

  @Override
  public long intend(LinkId link, Intent intent, Instant now) {
    return database.within(() -> {
      List<Intent> intents = new ArrayList<>(links.get(link).intents());
      intents.add(numbered(intent, ++ids, false));
      change(link, links.get(link).base(), intents);
      return ids;
    });
  }

  private static Intent numbered(Intent i, long id, boolean answered) {
    return new Intent(id, i.side(), i.before(), i.after(), i.why(), i.causedAt(), answered);
  }

  @Override
  public void applied(LinkId link, Intent intent, Receipt.How how, Instant now) {
    database.run(() -> {
      List<Intent> intents =
          links.get(link).intents().stream()
              .map(i -> i.id() == intent.id() ? numbered(i, i.id(), true) : i)
              .toList();
      change(link, links.get(link).base(), intents);
      receipt(link, intent, how, now);
    });
  }

  private void receipt(LinkId link, Intent i, Receipt.How how, Instant now) {
    receiptLinks.put(i.id(), link);
    receipts.putIfAbsent(
        i.id(),
        new Receipt(i.id(), i.side(), i.before(), i.after(), i.why(), how, i.causedAt(), now));
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
  public void doubted(LinkId link, Intent intent, Instant now) {
    database.run(() -> {
      if (!refused.contains(intent.id())) {
        receipt(link, intent, Receipt.How.UNANSWERED, now);
      }
    });
  }

  @Override
  public void agreed(LinkId link, Draw draw, Instant now) {
    database.run(() -> {
      Optional<LinkState.Base> old = links.get(link).base();
      LinkState.Base base =
          old.filter(b -> b.draw().equals(draw))
              .orElseGet(() ->
                  new LinkState.Base(draw, now, old.map(LinkState.Base::version).orElse(0L) + 1));
      change(link, Optional.of(base), List.of());
    });
  }

  @Override
  public boolean conflict(LinkId link, ConflictRecord conflict) {
    return database.within(() -> {
      long version = links.get(link).base().map(LinkState.Base::version).orElse(0L);
      var key = new ConflictKey(link, version, conflict.left(), conflict.right());
      boolean isOpen = conflict.chosen().isEmpty();
      boolean known =
          openConflicts(link).stream()
              .anyMatch(c ->
                  isOpen && c.left().equals(conflict.left()) && c.right().equals(conflict.right()));
      if (known) {
        return false;
      }
      closeConflicts(link, conflict.foundAt());
      Kept old = conflicts.put(key, new Kept(conflict, isOpen));
      return old == null
          || !old.conflict().chosen().equals(conflict.chosen())
          || (isOpen && !old.open());
    });
  }

  @Override
  public void closeConflicts(LinkId link, Instant now) {
    conflicts.replaceAll(
        (key, kept) -> key.link().equals(link) ? new Kept(kept.conflict(), false) : kept);
  }

  @Override
  public List<ConflictRecord> openConflicts(LinkId link) {
    return conflicts.entrySet().stream()
        .filter(entry -> entry.getKey().link().equals(link) && entry.getValue().open())
        .map(entry -> entry.getValue().conflict())
        .toList();
  }

  /** Every conflict ever found on a link, whatever became of it. */
  public List<ConflictRecord> conflicts(LinkId link) {
    return conflicts.entrySet().stream()
        .filter(entry -> entry.getKey().link().equals(link))
        .map(entry -> entry.getValue().conflict())
        .toList();
  }

  /** Every conflict ever found, whatever became of it. */
  public List<ConflictRecord> allConflicts() {
    return conflicts.values().stream().map(Kept::conflict).toList();
  }

  @Override
  public List<Receipt> receipts(LinkId link) {
    return receipts.entrySet().stream()
        .filter(entry -> receiptLinks.get(entry.getKey()).equals(link))
        .map(Map.Entry::getValue)
        .toList();
  }
}
