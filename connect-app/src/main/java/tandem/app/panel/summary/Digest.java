package tandem.app.panel.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.document.PropertyText;

/**
 * The property {@code tandem.decisions}: the decisions for the project's log, without their
 * texts. Where they are too many for a property the rest is only counted, in {@code more}. Pure.
 */
public final class Digest {
  public static final String PROPERTY = "tandem.decisions";

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUPERSEDES = 64;
  private static final int MOST_NAMES = 10;
  private static final int ROOM = PropertyText.LONGEST - 100;

  private Digest() {}

  public static ObjectNode of(List<DecisionAnswer> decisions) {
    ObjectNode tree = PropertyText.object().put("v", 1);
    ArrayNode list = tree.putArray("list");
    int used = 0;
    for (DecisionAnswer decision : decisions) {
      ObjectNode entry = entry(decision);
      used += entry.toString().length() + 1;
      if (used > ROOM) {
        break;
      }
      list.add(entry);
    }
    return tree.put("more", decisions.size() - list.size());
  }

  /** Whether a digest already says of a decision all that a digest says. */
  public static boolean tells(JsonNode digest, DecisionAnswer decision) {
    ObjectNode entry = entry(decision);
    for (JsonNode told : digest.path("list")) {
      if (PropertyText.same(told, entry)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode entry(DecisionAnswer decision) {
    ObjectNode entry =
        PropertyText.object()
            .put("id", decision.id())
            .put("title", cut(decision.title(), LONGEST_TITLE))
            .put("status", decision.status())
            .put("space", decision.space());
    ArrayNode by = entry.putArray("by");
    decision.decidedBy().stream()
        .limit(MOST_NAMES)
        .forEach(name -> by.add(cut(name, LONGEST_TITLE)));
    return entry
        .put("on", text(decision.decidedOn()))
        .put("reviewOn", text(decision.reviewOn()))
        .put("dissent", decision.dissent().size())
        .put("supersedes", cut(decision.supersedes(), LONGEST_SUPERSEDES));
  }

  private static @Nullable String text(@Nullable Object date) {
    return date == null ? null : date.toString();
  }

  /** Never half a character. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, half ? longest - 1 : longest);
  }
}
