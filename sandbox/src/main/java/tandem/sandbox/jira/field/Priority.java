package tandem.sandbox.jira.field;

import java.util.List;
import java.util.Optional;

/** A priority; the ids are Jira's defaults, 1 the highest. */
public record Priority(String id, String name, String color) {
  public static final List<Priority> ALL =
      List.of(
          new Priority("1", "Highest", "#d04437"),
          new Priority("2", "High", "#f15C75"),
          new Priority("3", "Medium", "#f79232"),
          new Priority("4", "Low", "#707070"),
          new Priority("5", "Lowest", "#999999"));

  public static Optional<Priority> find(String idOrName) {
    return ALL.stream()
        .filter(p -> p.id().equals(idOrName) || p.name().equalsIgnoreCase(idOrName))
        .findFirst();
  }
}
