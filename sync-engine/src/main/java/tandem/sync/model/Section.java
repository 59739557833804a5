package tandem.sync.model;

import java.util.List;

/**
 * A part of a decision with its heading.
 *
 * @param key by which it is found again on the other side
 * @param heading as written, with its marks and its level; {@link Passage#NONE} where the topic has
 *     none
 * @param body its paragraphs, items of lists and other blocks, in order
 */
public record Section(Key key, Passage heading, List<Passage> body) {
  /**
   * What a section is found again by.
   *
   * @param name what the heading of a section that Tandem does not know says; empty for a topic
   * @param nth 0 for the first of this topic and name in the document, 1 for the second …
   */
  public record Key(Topic topic, String name, int nth) {
    public static Key of(Topic topic) {
      return new Key(topic, "", 0);
    }
  }

  public Section {
    body = List.copyOf(body);
  }

  /** Says the same under the same heading, however it is written. */
  public boolean says(Section other) {
    return key.equals(other.key)
        && heading.says(other.heading)
        && meanings(body).equals(meanings(other.body));
  }

  private static List<String> meanings(List<Passage> passages) {
    return passages.stream().map(Passage::meaning).toList();
  }
}
