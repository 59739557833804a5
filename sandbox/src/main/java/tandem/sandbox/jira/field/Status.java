package tandem.sandbox.jira.field;

import java.util.List;
import java.util.Optional;

/**
 * The three statuses of the site's only workflow, in which every status leads to every other.
 *
 * @param transition the id of the transition that leads here
 */
public record Status(String id, String name, Category category, String transition) {
  /** Jira's own categories. */
  public enum Category {
    NEW(2, "new", "blue-gray", "To Do"),
    INDETERMINATE(4, "indeterminate", "yellow", "In Progress"),
    DONE(3, "done", "green", "Done");

    private final long id;
    private final String key;
    private final String color;
    private final String label;

    Category(long id, String key, String color, String label) {
      this.id = id;
      this.key = key;
      this.color = color;
      this.label = label;
    }

    public long id() {
      return id;
    }

    public String key() {
      return key;
    }

    public String color() {
      return color;
    }

    public String label() {
      return label;
    }
  }

  public static final Status TO_DO = new Status("10000", "To Do", Category.NEW, "11");
  public static final Status IN_PROGRESS =
      new Status("10001", "In Progress", Category.INDETERMINATE, "21");
  public static final Status DONE = new Status("10002", "Done", Category.DONE, "31");
  public static final List<Status> ALL = List.of(TO_DO, IN_PROGRESS, DONE);

  public static Optional<Status> find(String idOrName) {
    return ALL.stream()
        .filter(s -> s.id().equals(idOrName) || s.name().equalsIgnoreCase(idOrName))
        .findFirst();
  }

  /** The status that a transition leads to. */
  public static Optional<Status> after(String transition) {
    return ALL.stream().filter(s -> s.transition().equals(transition)).findFirst();
  }
}
