package tandem.sync.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a decision says about itself in a word or a line, and the labels that people write. */
public enum Fact {
  STATUS("Status"),
  SPACE("Space"),
  DECIDED_BY("Decided by", "decision-makers", "decision makers", "deciders"),
  DECIDED_ON("Decided on", "date"),
  REVIEW_ON("Review on", "review-on"),
  SUPERSEDES("Supersedes");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, it is only not typed as such
  private final List<String> labels;

  Fact(String... labels) {
    this.labels = List.of(labels);
  }

  /** The label as Tandem writes it. */
  public String label() {
    return labels.getFirst();
  }

  /** The key as MADR's front matter writes it, in lower case. */
  public String frontMatterKey() {
    return labels.get(labels.size() > 1 ? 1 : 0).toLowerCase(Locale.ROOT);
  }

  /** The fact that a label names, in any case; empty for any other label. */
  public static Optional<Fact> labelled(String label) {
    String lower = label.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(fact ->
            fact.labels.stream().anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(lower)))
        .findFirst();
  }
}
