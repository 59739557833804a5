package tandem.sync.model;

/**
 * A piece of text that is compared by what it says and kept as it was written: a paragraph, an item
 * of a list, a heading, the value of a fact.
 *
 * @param written the text as its author formatted it, Markdown
 * @param meaning a canonical form that is equal for two texts that say and show the same; opaque
 */
public record Passage(String written, String meaning) {
  public static final Passage NONE = new Passage("", "");

  /** A passage without any formatting. */
  public static Passage plain(String text) {
    return new Passage(text, text.strip());
  }

  /** Says the same, however it is written. */
  public boolean says(Passage other) {
    return meaning.equals(other.meaning);
  }

  /** Says nothing. */
  public boolean isSilent() {
    return meaning.isEmpty();
  }
}
