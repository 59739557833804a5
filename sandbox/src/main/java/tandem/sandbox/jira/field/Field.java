package tandem.sandbox.jira.field;

import java.util.List;
import java.util.Optional;

/**
 * A field of every issue.
 *
 * @param editable whether a create or an edit may set it
 */
public record Field(String id, String name, Kind kind, boolean editable) {
  /** How a field's value looks; also its {@code schema.type} and {@code items} in Jira. */
  public enum Kind {
    TEXT("string", ""),
    RICH_TEXT("string", ""),
    LABELS("array", "string"),
    USER("user", ""),
    PRIORITY("priority", ""),
    ISSUE_TYPE("issuetype", ""),
    STATUS("status", ""),
    PROJECT("project", ""),
    PARENT("issuelink", ""),
    DATE("date", ""),
    TIME("datetime", ""),
    NUMBER("number", ""),
    SPRINTS("array", "json"),
    SECURITY("securitylevel", ""),
    COMMENTS("comments-page", "");

    private final String type;
    private final String items;

    Kind(String type, String items) {
      this.type = type;
      this.items = items;
    }

    public String type() {
      return type;
    }

    /** The type of an array's elements, "" for what is no array. */
    public String items() {
      return items;
    }
  }

  public static final List<Field> ALL =
      List.of(
          new Field("summary", "Summary", Kind.TEXT, true),
          new Field("issuetype", "Issue Type", Kind.ISSUE_TYPE, true),
          new Field("project", "Project", Kind.PROJECT, false),
          new Field("status", "Status", Kind.STATUS, false),
          new Field("priority", "Priority", Kind.PRIORITY, true),
          new Field("labels", "Labels", Kind.LABELS, true),
          new Field("assignee", "Assignee", Kind.USER, true),
          new Field("reporter", "Reporter", Kind.USER, true),
          new Field("creator", "Creator", Kind.USER, false),
          new Field("description", "Description", Kind.RICH_TEXT, true),
          new Field("environment", "Environment", Kind.RICH_TEXT, true),
          new Field("parent", "Parent", Kind.PARENT, true),
          new Field("duedate", "Due date", Kind.DATE, true),
          new Field("created", "Created", Kind.TIME, false),
          new Field("updated", "Updated", Kind.TIME, false),
          new Field("resolutiondate", "Resolved", Kind.TIME, false),
          new Field("statuscategorychangedate", "Status Category Changed", Kind.TIME, false),
          new Field("security", "Security Level", Kind.SECURITY, false),
          new Field("comment", "Comment", Kind.COMMENTS, false),
          new Field("customfield_10016", "Story point estimate", Kind.NUMBER, true),
          new Field("customfield_10020", "Goal", Kind.TEXT, true),
          new Field("customfield_10021", "Sprint", Kind.SPRINTS, false));

  public static Optional<Field> find(String id) {
    return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  public boolean custom() {
    return id.startsWith("customfield_");
  }

  /** Whether {@code *navigable} holds it: all but the comments. */
  public boolean navigable() {
    return kind != Kind.COMMENTS;
  }
}
