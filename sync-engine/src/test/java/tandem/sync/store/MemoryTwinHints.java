package tandem.sync.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;

/** {@link TwinHints} in a map. Passes the same contract as the real one. */
public final class MemoryTwinHints implements TwinHints, MemoryDatabase.Part {
  private Map<Key, TwinHint> hints = new LinkedHashMap<>();

  private record Key(MappingId mapping, String leftKey, IssueId right) {}

  public MemoryTwinHints(MemoryDatabase database) {
    database.add(this);
  }

  @Override
  public Runnable bookmark() {
    var old = new LinkedHashMap<>(hints);
    return () -> hints = old;
  }

  @Override
  public void note(MappingId mapping, TwinHint hint) {
    hints.putIfAbsent(new Key(mapping, hint.leftKey(), hint.right()), hint);
  }

  @Override
  public List<TwinHint> hints(MappingId mapping, Collection<String> leftKeys) {
    return of(mapping).filter(hint -> leftKeys.contains(hint.leftKey())).toList();
  }

  @Override
  public void linked(MappingId mapping, IssueId right) {
    hints.replaceAll((key, hint) ->
        isOf(key, mapping, right)
            ? new TwinHint(hint.leftKey(), hint.right(), hint.rightKey(), true)
            : hint);
  }

  @Override
  public boolean take(MappingId mapping, IssueId right) {
    boolean linked = of(mapping).anyMatch(hint -> hint.right().equals(right) && hint.linked());
    hints.keySet().removeIf(key -> isOf(key, mapping, right));
    return linked;
  }

  @Override
  public List<IssueId> unseen(MappingId mapping, int atMost) {
    return of(mapping)
        .filter(TwinHint::linked)
        .map(TwinHint::right)
        .distinct()
        .sorted(java.util.Comparator.comparing(IssueId::value))
        .limit(atMost)
        .toList();
  }

  @Override
  public long unmatched(MappingId mapping) {
    return of(mapping).filter(hint -> !hint.linked()).map(TwinHint::right).distinct().count();
  }

  @Override
  public void forget(MappingId mapping) {
    hints.keySet().removeIf(key -> key.mapping().equals(mapping));
  }

  private Stream<TwinHint> of(MappingId mapping) {
    return hints.entrySet().stream()
        .filter(entry -> entry.getKey().mapping().equals(mapping))
        .map(Map.Entry::getValue);
  }

  private static boolean isOf(Key key, MappingId mapping, IssueId right) {
    return key.mapping().equals(mapping) && key.right().equals(right);
  }
}
