package tandem.sync.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog.Place;

/** {@link Revisits} in a map. Passes the same contract as the real one. */
public final class MemoryRevisits implements Revisits, MemoryDatabase.Part {
  private final MemoryLinkStore links;
  private Map<Visit, Instant> visits = new HashMap<>();

  private record Visit(LinkId link, Side side) {}

  public MemoryRevisits(MemoryDatabase database, MemoryLinkStore links) {
    this.links = links;
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    Map<Visit, Instant> old = new HashMap<>(visits);
    return () -> visits = old;
  }

  @Override
  public List<Stop> due(Place place, Instant since, int atMost) {
    return due(place, since, atMost, link -> true);
  }

  @Override
  public List<Stop> dueWithDecisions(Place place, Instant since, int atMost) {
    return due(place, since, atMost, link -> !links.decisions().find(link.id()).all().isEmpty());
  }

  private List<Stop> due(Place place, Instant since, int atMost, Predicate<LinkState> which) {
    return links.all().stream()
        .filter(which)
        .filter(link -> link.installation().equals(place.installation()))
        .filter(link -> link.mapping().equals(place.mapping()))
        .filter(link -> at(link.id(), place.side()).isBefore(since))
        .sorted(
            Comparator.comparing((LinkState link) -> at(link.id(), place.side()))
                .thenComparing(link -> link.id().value()))
        .limit(atMost)
        .map(link -> new Stop(link.id(), link.side(place.side()).issue()))
        .toList();
  }

  private Instant at(LinkId link, Side side) {
    return Optional.ofNullable(visits.get(new Visit(link, side)))
        .orElseGet(() -> links.madeAt(link));
  }

  @Override
  public void visited(LinkId link, Side side, Instant now) {
    if (links.find(link).isPresent()) {
      visits.put(new Visit(link, side), now);
    }
  }
}
