package tandem.sync.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a section of a decision is about, and the headings that name it in MADR and Nygard. */
public enum Topic {
  /** The lines of YAML at the top that are no {@link Fact}. Has no heading. */
  FRONT_MATTER(),
  /** What stands before the first heading and is neither title nor fact. Has no heading. */
  INTRODUCTION(),
  STATUS("Status"),
  CONTEXT("Context", "context and problem statement"),
  OPTIONS("Considered Options", "options considered", "options"),
  DECISION("Decision", "decision outcome"),
  CONSEQUENCES("Consequences"),
  CONFIRMATION("Confirmation"),
  SKIPPED("If we skip it", "what happens if we skip it"),
  DISSENT("Dissent"),
  /** A section that Tandem does not know; kept as it is. */
  OTHER();

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, it is only not typed as such
  private final List<String> headings;

  Topic(String... headings) {
    this.headings = List.of(headings);
  }

  /** The heading as Tandem writes it; empty where there is none. */
  public String heading() {
    return headings.isEmpty() ? "" : headings.getFirst();
  }

  /** The topic that a heading names, in any case; {@link #OTHER} for any other heading. */
  public static Topic headed(String heading) {
    String lower = heading.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(topic ->
            topic.headings.stream().anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(lower)))
        .findFirst()
        .orElse(OTHER);
  }
}
