package tandem.sync.model;

/**
 * The tracker's own immutable id of an issue: Jira's numeric id as text ({@code "10001"}), Linear's
 * UUID. Never the key ({@code SHOP-12}), which changes when an issue moves.
 */
public record IssueId(String value) {
  private static final int LONGEST = 64;

  public IssueId {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("an issue id has 1 to " + LONGEST + " characters");
    }
  }
}
