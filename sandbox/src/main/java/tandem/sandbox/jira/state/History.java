package tandem.sandbox.jira.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edit in an issue's changelog.
 *
 * @param author an account id
 */
public record History(String id, String author, Instant created, List<Item> items) {
  /** What a changelog calls the key of an issue that has moved. */
  public static final String KEY = "Key";

  /** One field of the edit, as it was and as it is. */
  public record Item(String field, Value from, Value to) {}

  /** A changelog's value: the id where the field has one, and the text that people read. */
  public record Value(@Nullable String id, @Nullable String text) {
    public static final Value NONE = new Value(null, null);
  }
}
