package tandem.sync.model;

/**
 * The id of a decision, the same on both sides and for its whole life: 1 to 64 of {@code a-z 0-9
 * -}. In Jira it ends the property's key, {@code tandem.decision.<id>}.
 */
public record DecisionId(String value) implements Comparable<DecisionId> {
  private static final int LONGEST = 64;

  public DecisionId {
    if (value.isEmpty()
        || value.length() > LONGEST
        || !value.chars().allMatch(DecisionId::isAllowed)) {
      throw new IllegalArgumentException("a decision's id has 1 to 64 of a-z, 0-9 and -");
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  @Override
  public int compareTo(DecisionId other) {
    return value.compareTo(other.value);
  }
}
