package tandem.sync.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;

/**
 * A decision as JSON, the way a Jira issue property keeps it:
 *
 * <pre>{@code
 * {"v": 1, "title": "Use PostgreSQL", "at": "2026-11-20T10:00:00Z",
 *  "facts": {"status": "accepted", "decidedBy": "Ada, Bo"},
 *  "sections": [{"topic": "context", "heading": "## Context\n\n", "body": ["It is slow.\n"]}]}
 * }</pre>
 *
 * <p>Only what people wrote is in it; meanings are found again on reading. {@code topic}, {@code
 * name} and {@code nth} are for those who search: where there is a heading it names the section, as
 * in a document. Fields that Tandem does not know are kept by {@link #write(Decision, String)}.
 */
public final class DecisionJson {
  private DecisionJson() {}

  /** What a text turned out to be. */
  public sealed interface Reading {}

  /**
   * A decision.
   *
   * @param at when a person last edited it, by the clock of whoever wrote it; empty where it is not
   *     said, or not as ISO 8601 in UTC
   */
  public record Read(Decision decision, Optional<Instant> at) implements Reading {}

  /** Not to be understood, and not to be overwritten. {@code why} holds nothing of the text. */
  public record Refused(String why) implements Reading {}

  /** Never throws; reads at most {@link Decision#LARGEST} characters. */
  public static Reading read(DecisionId id, String json) {
    if (json.length() > Decision.LARGEST) {
      return new Refused(
          "it is longer than Jira keeps with an issue, %,d characters".formatted(Decision.LARGEST));
    }
    return PropertyTree.parse(json)
        .map(tree -> read(id, tree))
        .orElseGet(() -> new Refused("it is not a JSON object"));
  }

  /** A new text; {@link #read} gives a decision that says the same, written the same. */
  public static String write(Decision decision) {
    return new PropertyWriter(PropertyTree.empty(), Decision.blank(decision.id())).write(decision);
  }

  /**
   * The text that says what the decision says and is otherwise the previous one: what says the same
   * keeps its writing, and what Tandem does not know stays. The time of a person's edit goes, since
   * this is none. May be longer than {@link Decision#LARGEST}.
   *
   * @param previous what was read last; of one that cannot be read nothing is taken over
   */
  public static String write(Decision decision, String previous) {
    if (!(read(decision.id(), previous) instanceof Read(Decision before, var at))) {
      return write(decision);
    }
    return before.says(decision)
        ? previous
        : new PropertyWriter(PropertyTree.parse(previous).orElseThrow(), before).write(decision);
  }

  private static Reading read(DecisionId id, ObjectNode tree) {
    if (!tree.path("v").isIntegralNumber()) {
      return new Refused("it does not say its version, so it is not one of Tandem's");
    }
    if (!tree.path("v").canConvertToInt() || tree.path("v").intValue() != PropertyTree.VERSION) {
      return new Refused("it was written by another version of Tandem than this one");
    }
    try {
      return new Read(new PropertyReader(id).read(tree), PropertyTree.time(tree, "at"));
    } catch (PropertyReader.NotOurs notOurs) {
      return new Refused(notOurs.why());
    }
  }
}
