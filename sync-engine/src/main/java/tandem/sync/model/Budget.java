package tandem.sync.model;

/**
 * The name of a budget that an issue's effort is drawn from, for instance {@code features} or
 * {@code system-health}: 1 to 64 of {@code a-z 0-9 -}, the same on both sides. How a tracker writes
 * it (a Jira label, a Linear label in a group) is the replica's concern.
 */
public record Budget(String name) implements Comparable<Budget> {
  private static final int LONGEST = 64;

  public Budget {
    if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(Budget::isAllowed)) {
      throw new IllegalArgumentException("a budget's name has 1 to 64 of a-z, 0-9 and -");
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  @Override
  public int compareTo(Budget other) {
    return name.compareTo(other.name);
  }
}
