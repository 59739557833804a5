package tandem.app.panel.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each read within its bounds. What is missing or {@code null} is
 * empty; what is of another type or beyond its bounds is a {@link RuleBroken} that names its place.
 */
public final class Members {
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_ACCOUNT = 128;
  private static final int LONGEST_TIME = 40;

  private final ObjectNode node;
  private final String place;

  private Members(ObjectNode node, String place) {
    this.node = node;
    this.place = place;
  }

  public static Members of(ObjectNode object) {
    return new Members(object, "");
  }

  /** A text of up to so many characters; "" where there is none. */
  public String text(String name, int longest) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return "";
    }
    if (!value.isTextual()) {
      throw broken(name, "is not a text");
    }
    String text = value.textValue();
    if (text.length() > longest) {
      throw broken(name, "is longer than %,d characters".formatted(longest));
    }
    return text;
  }

  /** A text that says something. */
  public String words(String name, int longest) {
    String text = text(name, longest);
    if (text.isBlank()) {
      throw broken(name, "is empty");
    }
    return text;
  }

  /** One of some words; null where there is none. */
  public @Nullable String choice(String name, Collection<String> words) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual() || !words.contains(value.textValue())) {
      throw broken(name, "is none of " + String.join(", ", words));
    }
    return value.textValue();
  }

  /** An id of 1 to 40 of {@code a-z A-Z 0-9 -}. */
  public String id(String name) {
    String id = text(name, LONGEST_ID);
    if (id.isEmpty() || !id.chars().allMatch(Members::isOfAnId)) {
      throw broken(name, "is not 1 to 40 of a-z, A-Z, 0-9 and -");
    }
    return id;
  }

  private static boolean isOfAnId(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** An account id; "" where there is none. */
  public String account(String name) {
    return text(name, LONGEST_ACCOUNT);
  }

  public boolean flag(String name) {
    JsonNode value = node.path(name);
    if (!isAbsent(value) && !value.isBoolean()) {
      throw broken(name, "is neither true nor false");
    }
    return value.booleanValue();
  }

  public @Nullable Integer whole(String name, int least, int most) {
    Double number = number(name, least, most);
    if (number != null && number != Math.rint(number)) {
      throw broken(name, "is not a whole number");
    }
    return number == null ? null : Integer.valueOf(number.intValue());
  }

  public @Nullable Double number(String name, double least, double most) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return null;
    }
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw broken(name, "is not a number from %,.0f to %,.0f".formatted(least, most));
    }
    return number;
  }

  public @Nullable Instant time(String name) {
    return moment(name, "a time such as 2026-11-20T10:00:00Z", Instant::parse);
  }

  public @Nullable LocalDate date(String name) {
    return moment(name, "a date such as 2026-12-31", LocalDate::parse);
  }

  private <T> @Nullable T moment(String name, String form, Function<String, T> parse) {
    String text = text(name, LONGEST_TIME);
    try {
      return text.isEmpty() ? null : parse.apply(text);
    } catch (DateTimeException notOne) {
      throw broken(name, "is not " + form);
    }
  }

  /** An object; one without members where there is none. */
  public Members object(String name) {
    return optional(name).orElseGet(() -> new Members(node.objectNode(), place(name)));
  }

  public Optional<Members> optional(String name) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!(value instanceof ObjectNode object)) {
      throw broken(name, "is not an object");
    }
    return Optional.of(new Members(object, place(name)));
  }

  /** A list of objects. */
  public List<Members> list(String name, int most) {
    List<Members> list = new ArrayList<>();
    for (JsonNode element : array(name, most)) {
      String at = name + "[" + list.size() + "]";
      if (!(element instanceof ObjectNode object)) {
        throw broken(at, "is not an object");
      }
      list.add(new Members(object, place(at)));
    }
    return list;
  }

  /** A list of texts that say something. */
  public List<String> texts(String name, int most, int longest) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name, most)) {
      String at = name + "[" + texts.size() + "]";
      if (!element.isTextual() || element.textValue().isBlank()) {
        throw broken(at, "is not a text, or empty");
      }
      if (element.textValue().length() > longest) {
        throw broken(at, "is longer than %,d characters".formatted(longest));
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** A list of account ids, each once. */
  public List<String> accounts(String name, int most) {
    return texts(name, most, LONGEST_ACCOUNT).stream().distinct().toList();
  }

  /** The ids of a list's records, checked to differ. */
  public void differ(String name, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw broken(name, "has the same id twice");
      }
    }
  }

  private JsonNode array(String name, int most) {
    JsonNode value = node.path(name);
    if (isAbsent(value)) {
      return node.arrayNode();
    }
    if (!value.isArray()) {
      throw broken(name, "is not a list");
    }
    if (value.size() > most) {
      throw broken(name, "has more than %,d entries".formatted(most));
    }
    return value;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private RuleBroken broken(String name, String rule) {
    return new RuleBroken("\"" + place(name) + "\" " + rule);
  }

  private String place(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
