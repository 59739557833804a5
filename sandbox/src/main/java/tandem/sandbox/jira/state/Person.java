package tandem.sandbox.jira.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * A user of the site.
 *
 * @param app whether this is the user of an installed app ({@code accountType} "app")
 */
public record Person(String accountId, String displayName, Role role, boolean app) {
  /** First name at example.com; apps have none. */
  @JsonIgnore
  public String email() {
    int end = displayName.indexOf(' ');
    var first = end < 0 ? displayName : displayName.substring(0, end);
    return app ? "" : first.toLowerCase(Locale.ROOT) + "@example.com";
  }

  public boolean canEdit() {
    return role != Role.VIEWER;
  }

  public boolean canAdminister() {
    return role == Role.ADMIN;
  }
}
