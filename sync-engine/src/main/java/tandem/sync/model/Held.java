package tandem.sync.model;

/** One decision of one side, as it was observed. */
public sealed interface Held {
  Original original();

  /** It was understood. */
  record Legible(Decision decision, Original original) implements Held {}

  /**
   * It was not: too long, of an unknown version, not of our form. It stays as it is on this side,
   * is reported and never overwritten; {@code why} is one sentence for a person and holds nothing
   * of the text.
   */
  record Illegible(Original original, String why) implements Held {}
}
