package tandem.sync.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tandem.sync.model.DecisionId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;

/** {@link Overwrites} in a list. Passes the same contract as the real one. */
public final class MemoryOverwrites implements Overwrites, MemoryDatabase.Part {
  private final MemoryDatabase database;
  private List<Kept> kept = new ArrayList<>();

  private List<Said> heard = new ArrayList<>();

  private record Said(LinkId link, Heard heard) {
    boolean isRepeated(Said other) {
      return link.equals(other.link) && heard.isSame(other.heard);
    }

    boolean isOf(LinkId whose, DecisionId decision, Side side) {
      return link.equals(whose) && heard.decision().equals(decision) && heard.side() == side;
    }
  }

  private record Kept(
      LinkId link, OverwrittenEdit edit, boolean heeded, Optional<String> restored) {
    Kept asHeeded(Optional<String> value) {
      return heeded ? this : new Kept(link, edit, true, value);
    }
  }

  MemoryOverwrites(MemoryDatabase database) {
    this.database = database;
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var oldKept = new ArrayList<>(kept);
    var oldHeard = new ArrayList<>(heard);
    return () -> {
      kept = oldKept;
      heard = oldHeard;
    };
  }

  @Override
  public boolean keep(LinkId link, OverwrittenEdit e, Instant now) {
    return database.within(() -> {
      if (kept.stream()
          .anyMatch(it -> it.edit().intent() == e.intent() && it.edit().lost().equals(e.lost()))) {
        return false;
      }
      OverwrittenEdit numbered =
          new OverwrittenEdit(
              kept.size() + 1L,
              e.intent(),
              e.decision(),
              e.side(),
              e.before(),
              e.after(),
              e.lost(),
              e.at(),
              e.certain());
      older(e.intent(), e.at(), it -> true);
      return kept.add(new Kept(link, numbered, false, Optional.empty()));
    });
  }

  @Override
  public void overtaken(long intent, Instant at, Instant now) {
    database.run(() -> older(intent, at, OverwrittenEdit::certain));
  }

  private void older(long intent, Instant at, Predicate<OverwrittenEdit> which) {
    kept.replaceAll(it ->
        it.edit().intent() == intent && it.edit().at().isBefore(at) && which.test(it.edit())
            ? it.asHeeded(Optional.empty())
            : it);
  }

  @Override
  public List<OverwrittenEdit> open(LinkId link) {
    return kept.stream()
        .filter(it -> it.link().equals(link) && !it.heeded())
        .map(Kept::edit)
        .toList();
  }

  @Override
  public void heeded(long id, String restored, Instant now) {
    database.run(() ->
        kept.replaceAll(it -> it.edit().id() == id ? it.asHeeded(Optional.of(restored)) : it));
  }

  @Override
  public Optional<Restored> restored(long intent) {
    return kept.stream()
        .filter(it -> it.edit().intent() == intent && it.edit().certain())
        .filter(it -> it.restored().isPresent())
        .max(Comparator.comparing(it -> it.edit().at()))
        .map(it -> new Restored(it.edit().lost(), it.restored().orElseThrow()));
  }

  @Override
  public void hear(LinkId link, Heard news) {
    database.run(() -> {
      Said said = new Said(link, news);
      if (heard.stream().noneMatch(said::isRepeated)) {
        heard.add(said);
        List<Heard> all = all(link, news.decision(), news.side());
        heard.removeIf(it ->
            it.isOf(link, news.decision(), news.side())
                && all.indexOf(it.heard()) < all.size() - MEMORY);
      }
    });
  }

  @Override
  public List<Heard> heard(LinkId link, DecisionId decision, Side side) {
    return all(link, decision, side);
  }

  private List<Heard> all(LinkId link, DecisionId decision, Side side) {
    return heard.stream()
        .filter(it -> it.isOf(link, decision, side))
        .map(Said::heard)
        .sorted(Comparator.comparing(Heard::at))
        .toList();
  }
}
