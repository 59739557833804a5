package tandem.sandbox.jira.state;

/**
 * Issue-level security: an issue with a level is shown to admins and to apps only. The site has one
 * level, and who is in it is *assumed*.
 *
 * @see <a href="https://confluence.atlassian.com/x/J4lKLg">Issue-level security</a>
 */
public final class Confidence {
  private Confidence() {}

  /** Whether the person may see the issue at all. */
  public static boolean shows(Issue issue, Person person) {
    return issue.field("security").isMissingNode() || person.app() || person.canAdminister();
  }
}
