package tandem.sandbox.jira.field;

import java.util.List;
import java.util.Optional;

/**
 * A type of issue.
 *
 * @param level 1 for epics, 0 for standard issues, -1 for sub-tasks
 */
public record IssueType(String id, String name, String description, int level) {
  public static final IssueType EPIC =
      new IssueType("10003", "Epic", "A big piece of work that holds others.", 1);
  public static final IssueType STORY =
      new IssueType("10004", "Story", "Something that a user can do afterwards.", 0);
  public static final IssueType TASK =
      new IssueType("10005", "Task", "A small, distinct piece of work.", 0);
  public static final IssueType BUG = new IssueType("10006", "Bug", "Something is wrong.", 0);
  public static final IssueType SUBTASK =
      new IssueType("10007", "Subtask", "A part of a larger task.", -1);
  public static final List<IssueType> ALL = List.of(EPIC, STORY, TASK, BUG, SUBTASK);

  public boolean subtask() {
    return level < 0;
  }

  public static Optional<IssueType> find(String idOrName) {
    return ALL.stream()
        .filter(t -> t.id().equals(idOrName) || t.name().equalsIgnoreCase(idOrName))
        .findFirst();
  }
}
