package tandem.sandbox.jira.jql;

import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.SiteStore;

/**
 * A query that names what does not exist is refused, as Jira does, instead of finding nothing. The
 * texts are *assumed*.
 */
final class Existence {
  private Existence() {}

  static void check(SiteStore store, String field, String value) {
    boolean exists =
        switch (field) {
          case "project" ->
              store.project(value).isPresent()
                  || store.projects().stream().anyMatch(p -> p.name().equalsIgnoreCase(value));
          case "key", "issuekey", "issue", "id", "parent" -> store.issue(value).isPresent();
          case "status" -> Status.find(value).isPresent();
          case "issuetype", "type" -> IssueType.find(value).isPresent();
          case "priority" -> Priority.find(value).isPresent();
          default -> true;
        };
    if (!exists) {
      throw new JqlError("The value '" + value + "' does not exist for the field '" + field + "'.");
    }
  }
}
