package tandem.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;

/** {@link Rulings} in a list, for simulations. Passes the same contract as the real one. */
public class MemoryRulings implements Rulings, MemoryDatabase.Part {
  private List<Entry> entries = new ArrayList<>();

  /** A ruling and what became of it. */
  public record Entry(long id, LinkId link, Ruling ruling, Author author, Optional<Ending> ending) {
    boolean isOpen() {
      return ending.isEmpty();
    }
  }

  public MemoryRulings(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new ArrayList<>(entries);
    return () -> entries = old;
  }

  @Override
  public void give(LinkId link, Ruling ruling, Author author) {
    open(link).ifPresent(known -> end(known.id(), Ending.REPLACED, ruling.at()));
    entries.add(new Entry(entries.size() + 1L, link, ruling, author, Optional.empty()));
  }

  @Override
  public Optional<Given> open(LinkId link) {
    return entries.stream()
        .filter(entry -> entry.link().equals(link) && entry.isOpen())
        .map(entry -> new Given(entry.id(), entry.ruling()))
        .findFirst();
  }

  @Override
  public void end(long ruling, Ending ending, Instant now) {
    entries.replaceAll(e ->
        e.id() == ruling && e.isOpen()
            ? new Entry(e.id(), e.link(), e.ruling(), e.author(), Optional.of(ending))
            : e);
  }

  /** What became of a ruling; empty while it is open. */
  public Optional<Ending> ending(long ruling) {
    return entries.get((int) ruling - 1).ending();
  }

  /** All that were ever given, oldest first. */
  public List<Entry> all() {
    return List.copyOf(entries);
  }
}
