package tandem.sandbox.jira;

import java.util.List;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Role;
import tandem.sandbox.jira.state.SiteStore;

/** The people that every new site begins with: a product manager, an engineer, a designer. */
public final class Cast {
  /** The site's admin. */
  public static final Person ADMIN =
      new Person("712020:amara-okafor", "Amara Okafor", Role.ADMIN, false);

  public static final Person EDITOR =
      new Person("712020:jonas-lindqvist", "Jonas Lindqvist", Role.EDITOR, false);

  public static final Person VIEWER =
      new Person("712020:mei-tanaka", "Mei Tanaka", Role.VIEWER, false);

  private Cast() {}

  static void enter(SiteStore store) {
    if (store.people().isEmpty()) {
      List.of(ADMIN, EDITOR, VIEWER).forEach(store::put);
    }
  }
}
