package tandem.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/** {@link Holds} in a list, for simulations. Passes the same contract as the real one. */
public final class MemoryHolds implements Holds, MemoryDatabase.Part {
  private final MemoryDatabase database;
  private final MemoryLinkStore links;
  private List<Kept> all = new ArrayList<>();
  private long ids;

  /** A hold and what became of it. */
  public record Kept(LinkId link, Hold hold, Instant foundAt, Optional<Ending> ending) {
    boolean isPresent() {
      return ending.isEmpty();
    }
  }

  MemoryHolds(MemoryDatabase database, MemoryLinkStore links) {
    this.database = database;
    this.links = links;
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new ArrayList<>(all);
    return () -> all = old;
  }

  @Override
  public Optional<Hold> of(LinkId link) {
    return all.stream()
        .filter(it -> it.link().equals(link) && it.isPresent())
        .map(Kept::hold)
        .findFirst();
  }

  @Override
  public void keep(LinkId link, Hold hold, Instant now) {
    database.run(() -> {
      Optional<Hold> known = of(link);
      if (known.filter(hold::isSame).isEmpty()) {
        known.ifPresent(old -> end(old.id(), Ending.LAPSED, now));
        Hold numbered = new Hold(++ids, hold.why(), hold.budget(), hold.decisions(), false);
        all.add(new Kept(link, numbered, now, Optional.empty()));
      }
    });
  }

  @Override
  public boolean release(InstallationId tenant, long hold, String accountId, Instant now) {
    return database.within(() -> {
      boolean waits = find(tenant, hold).isPresent();
      all.replaceAll(it ->
          waits && it.hold().id() == hold
              ? new Kept(it.link(), released(it.hold()), it.foundAt(), it.ending())
              : it);
      return waits;
    });
  }

  private static Hold released(Hold hold) {
    return new Hold(hold.id(), hold.why(), hold.budget(), hold.decisions(), true);
  }

  @Override
  public void end(long hold, Ending ending, Instant now) {
    database.run(() ->
        all.replaceAll(it ->
            it.hold().id() == hold && it.isPresent()
                ? new Kept(it.link(), it.hold(), it.foundAt(), Optional.of(ending))
                : it));
  }

  @Override
  public Optional<Entry> find(InstallationId tenant, long hold) {
    return waiting(tenant, Slice.newest(Integer.MAX_VALUE)).stream()
        .filter(it -> it.hold().id() == hold)
        .findFirst();
  }

  @Override
  public List<Entry> waiting(InstallationId tenant, Slice slice) {
    return all.stream()
        .filter(it -> it.isPresent() && !it.hold().released() && it.hold().id() < slice.before())
        .sorted(Comparator.comparing((Kept it) -> it.hold().id()).reversed())
        .flatMap(it ->
            links.find(it.link()).filter(link -> link.installation().equals(tenant)).stream()
                .map(link -> entry(it, link)))
        .limit(slice.atMost())
        .toList();
  }

  private static Entry entry(Kept kept, LinkState link) {
    return new Entry(
        new NamedLink(link.id(), link.mapping(), link.left().key(), link.right().key()),
        kept.hold(),
        kept.foundAt());
  }

  @Override
  public Pace pace(LinkId link, Kind kind, Instant since) {
    LinkState here = links.find(link).orElseThrow();
    int deleted = 0;
    int agreed = 0;
    for (LinkState it : links.all()) {
      if (it.mapping().equals(here.mapping()) && it.installation().equals(here.installation())) {
        boolean other = !it.id().equals(link);
        deleted += !other ? 0 : kind == Kind.BUDGET ? cleared(it, since) : erased(it, since);
        agreed += kind == Kind.BUDGET ? tagged(it) : decided(it);
      }
    }
    return new Pace(deleted, agreed);
  }

  private int cleared(LinkState link, Instant since) {
    return links.receipts(link.id()).stream()
        .filter(Receipt::isKnown)
        .filter(it -> !it.after().tags().isEmpty() || !it.before().isEmpty())
        .reduce((older, newer) -> newer)
        .filter(it -> it.after().tags().isEmpty() && it.appliedAt().isAfter(since))
        .map(it -> 1)
        .orElse(0);
  }

  private int erased(LinkState link, Instant since) {
    Map<DecisionId, DecisionReceipt> latest = new HashMap<>();
    for (DecisionReceipt it : links.decisions().receipts(link.id())) {
      boolean nothing = it.intent().after().isEmpty() && it.intent().before().isEmpty();
      if (it.isKnown() && !nothing) {
        latest.merge(it.decision(), it, (one, two) -> one.id() > two.id() ? one : two);
      }
    }
    return (int)
        latest.values().stream()
            .filter(it -> it.intent().after().isEmpty() && it.appliedAt().isAfter(since))
            .count();
  }

  private static int tagged(LinkState link) {
    return link.base().filter(base -> base.draw().budget().isPresent()).isPresent() ? 1 : 0;
  }

  private int decided(LinkState link) {
    return (int)
        links.decisions().find(link.id()).all().values().stream()
            .filter(state -> !state.base().isEmpty())
            .count();
  }

  /** All that there ever were, oldest first. */
  public List<Kept> all() {
    return List.copyOf(all);
  }
}
