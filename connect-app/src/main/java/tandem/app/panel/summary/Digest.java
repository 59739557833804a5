package tandem.app.panel.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.document.PropertyText;

/**
 * The property {@code tandem.decisions}: the decisions for the project's log, of their
 * texts only the beginning, and only where there is room for it. Where they are too many for a
 * property the rest is only counted, in {@code more}. Pure.
 */
public final class Digest {
  public static final String PROPERTY = "tandem.decisions";

  private static final String EXCERPT = "excerpt";
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUPERSEDES = 64;
  private static final int LONGEST_EXCERPT = 160;
  private static final int MOST_NAMES = 10;
  private static final int ROOM = PropertyText.LONGEST - 100;

  private Digest() {}

  public static ObjectNode of(List<DecisionAnswer> decisions) {
    ObjectNode tree = PropertyText.object().put("v", 1);
    ArrayNode list = tree.putArray("list");
    int used = 0;
    for (DecisionAnswer decision : decisions) {
      ObjectNode entry = entry(decision);
      used += length(entry);
      if (used > ROOM) {
        break;
      }
      list.add(entry);
    }
    int more = decisions.size() - list.size();
    if (more == 0) {
      excerpts(decisions, list, ROOM - used);
    }
    return tree.put("more", more);
  }

  /** To be listed comes first: what is said of the texts takes only the room that is left. */
  private static void excerpts(List<DecisionAnswer> decisions, ArrayNode list, int room) {
    int left = room;
    for (int i = 0; i < decisions.size(); i++) {
      ObjectNode entry = (ObjectNode) list.get(i);
      ObjectNode told = excerpted(entry, decisions.get(i));
      left -= length(told) - length(entry);
      if (left < 0) {
        return;
      }
      list.set(i, told);
    }
  }

  private static int length(ObjectNode entry) {
    return entry.toString().length() + 1;
  }

  private static ObjectNode excerpted(ObjectNode entry, DecisionAnswer decision) {
    String text = (decision.decision() + " " + decision.context()).strip();
    String excerpt = CutText.marked(LONGEST_EXCERPT, text.replaceAll("\\s+", " "));
    return excerpt.isEmpty() ? entry : entry.deepCopy().put(EXCERPT, excerpt);
  }

  /**
   * Whether a digest already says of a decision all that a digest says, but for how its texts
   * begin: a mirrored edit of a text costs no call for the sake of the search, which finds it by
   * its new words from the next save or look on.
   */
  public static boolean tells(JsonNode digest, DecisionAnswer decision) {
    ObjectNode entry = entry(decision);
    for (JsonNode told : digest.path("list")) {
      if (told instanceof ObjectNode object
          && PropertyText.same(object.deepCopy().without(EXCERPT), entry)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode entry(DecisionAnswer decision) {
    ObjectNode entry =
        PropertyText.object()
            .put("id", decision.id())
            .put("title", CutText.to(LONGEST_TITLE, decision.title()))
            .put("status", decision.status())
            .put("space", decision.space());
    ArrayNode by = entry.putArray("by");
    decision.decidedBy().stream()
        .limit(MOST_NAMES)
        .forEach(name -> by.add(CutText.to(LONGEST_TITLE, name)));
    return entry
        .put("on", text(decision.decidedOn()))
        .put("reviewOn", text(decision.reviewOn()))
        .put("dissent", decision.dissent().size())
        .put("supersedes", CutText.to(LONGEST_SUPERSEDES, decision.supersedes()));
  }

  private static @Nullable String text(@Nullable Object date) {
    return date == null ? null : date.toString();
  }
}
