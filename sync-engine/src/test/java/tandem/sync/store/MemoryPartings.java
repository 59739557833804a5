package tandem.sync.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;

/** {@link Partings} in a set. Passes the same contract as the real one. */
public final class MemoryPartings implements Partings, MemoryDatabase.Part {
  private final MemoryLinkStore links;
  private Set<Parted> parted = new HashSet<>();

  private record Parted(InstallationId tenant, MappingId mapping, IssueId left, IssueId right) {
    boolean isOf(InstallationId asked, IssueId one, IssueId other) {
      return tenant.equals(asked) && left.equals(one) && right.equals(other);
    }
  }

  public MemoryPartings(MemoryDatabase database, MemoryLinkStore links) {
    this.links = links;
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    Set<Parted> old = new HashSet<>(parted);
    return () -> parted = old;
  }

  @Override
  public boolean part(InstallationId installation, LinkId link, Instant now) {
    Optional<LinkState> known =
        links.find(link).filter(state -> state.installation().equals(installation));
    known.ifPresent(state -> {
      parted.add(
          new Parted(
              installation,
              state.mapping(),
              state.side(Side.LEFT).issue(),
              state.side(Side.RIGHT).issue()));
      links.remove(link);
    });
    return known.isPresent();
  }

  @Override
  public boolean areParted(InstallationId installation, IssueId left, IssueId right) {
    return parted.stream().anyMatch(it -> it.isOf(installation, left, right));
  }

  @Override
  public boolean wasParted(InstallationId installation, Side side, IssueId issue) {
    return parted.stream()
        .filter(it -> it.tenant().equals(installation))
        .anyMatch(it -> (side == Side.LEFT ? it.left() : it.right()).equals(issue));
  }

  @Override
  public void reunite(InstallationId installation, IssueId left, IssueId right) {
    parted.removeIf(it -> it.isOf(installation, left, right));
  }

  @Override
  public int removeMapping(InstallationId installation, MappingId mapping) {
    parted.removeIf(it -> it.mapping().equals(mapping) && it.tenant().equals(installation));
    return links.removeAll(installation, mapping);
  }
}
