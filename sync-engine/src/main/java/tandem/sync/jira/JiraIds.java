package tandem.sync.jira;

/** Jira's ids: a few digits. What is none never becomes part of an address or of a JQL query. */
final class JiraIds {
  private static final int LONGEST = 18;

  private JiraIds() {}

  static boolean isNumeric(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
