package tandem.sandbox.linear.access;

import java.util.Set;
import tandem.sandbox.linear.state.Author;

/**
 * An authenticated caller.
 *
 * @param means how it proved who it is
 * @param author as whom its changes are recorded
 * @param scopes what an application was granted; a person and an API key have them all
 * @param allowance the key under which its requests are counted
 */
public record Caller(Means means, Author author, Set<String> scopes, String allowance) {
  /** The ways to authenticate, with the names under which the sandbox counts their calls. */
  public enum Means {
    BROWSER("person"),
    API_KEY("key"),
    APPLICATION("app");

    private final String label;

    Means(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Scopes that Linear knows; {@code read} is always granted. */
  public static final Set<String> ALL_SCOPES =
      Set.of("read", "write", "issues:create", "comments:create", "timeSchedule:write", "admin");

  /** Whether one of these scopes was granted. */
  public boolean mayAny(Set<String> wanted) {
    return wanted.stream().anyMatch(scopes::contains);
  }
}
