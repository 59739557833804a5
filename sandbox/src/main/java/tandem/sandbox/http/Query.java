package tandem.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code a=b&c=d}, the form of a query and of a form body. */
public final class Query {
  private Query() {}

  /** Names and values decoded, in the order in which they stand; null is an empty query. */
  public static Map<String, List<String>> parse(@Nullable String encoded) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reply.text(400, "The query holds a broken %-escape."));
    }
  }
}
