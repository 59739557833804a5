package tandem.app.budget;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tandem.app.project.Sprint;

/** Sprints as periods. */
final class Sprints {
  private static final Comparator<Sprint> BY_BEGINNING =
      Comparator.comparing(Sprint::start).thenComparingLong(Sprint::id);

  private Sprints() {}

  /** The newest {@link Calendar#MOST} sprints; two of one name are told apart by their ids. */
  static Calendar of(Collection<Sprint> seen) {
    Map<Long, Sprint> byId = new HashMap<>();
    seen.forEach(it -> byId.putIfAbsent(it.id(), it));
    List<Sprint> sprints = byId.values().stream().sorted(BY_BEGINNING).toList();
    return Calendar.newest(sprints.stream().map(it -> period(it, sprints)).toList());
  }

  private static Period period(Sprint sprint, List<Sprint> all) {
    long sameName = all.stream().filter(it -> it.name().equals(sprint.name())).count();
    String name = sameName > 1 ? sprint.name() + " (" + sprint.id() + ")" : sprint.name();
    return new Period(
        name, sprint.start(), sprint.end(), sprint.active(), OptionalLong.of(sprint.id()));
  }
}
