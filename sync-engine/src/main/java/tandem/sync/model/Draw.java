package tandem.sync.model;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which budget an issue draws on, or that it draws on none. Ordered by name, none last. */
public record Draw(Optional<Budget> budget) implements Comparable<Draw> {
  private static final String AFTER_EVERY_NAME = "~";

  public static final Draw NONE = new Draw(Optional.empty());

  public static Draw on(Budget budget) {
    return new Draw(Optional.of(budget));
  }

  /** The tags of an issue that is settled on this. */
  public SortedSet<Budget> tags() {
    return new TreeSet<>(budget.stream().toList());
  }

  @Override
  public int compareTo(Draw other) {
    return name().compareTo(other.name());
  }

  private String name() {
    return budget.map(Budget::name).orElse(AFTER_EVERY_NAME);
  }
}
