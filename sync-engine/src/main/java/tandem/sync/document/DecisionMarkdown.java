package tandem.sync.document;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;

/**
 * A decision as a Markdown document. Reads MADR (front matter, "Context and Problem Statement",
 * "Decision Outcome" with its "Consequences" and "Confirmation" …) and Nygard's records ("Date:",
 * "Status", "Context", "Decision", "Consequences") alike.
 *
 * @see <a href="https://adr.github.io/madr/">MADR</a>
 * @see <a
 *     href="https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions">Nygard</a>
 */
public final class DecisionMarkdown {
  private DecisionMarkdown() {}

  /** Total: whatever the text is, all of it is in the decision. */
  public static ReadDecision read(DecisionId id, String markdown) {
    Decision decision = decision(id, Outline.of(markdown));
    return new ReadDecision(decision, Remarks.on(decision, markdown));
  }

  /**
   * A new document for a tracker. Facts go into the front matter if the decision has one, else
   * under "Status"; front matter is written as a block of code, which survives a tracker's editor.
   */
  public static Rendered write(Decision decision) {
    return write(decision, "");
  }

  /**
   * The document that says what the decision says and is otherwise the previous one: a section that
   * says the same stays byte for byte. Where that is not possible, because a piece that stays would
   * say something else beside a new one, all of it is written anew.
   *
   * @param previous the document as it was read last; may be empty
   */
  public static Rendered write(Decision decision, String previous) {
    Outline outline = Outline.of(previous);
    if (decision(decision.id(), outline).says(decision)) {
      return new Rendered.Faithful(previous);
    }
    String markdown = new OutlineWriter(outline, decision).write();
    if (decision(decision.id(), Outline.of(markdown)).says(decision)) {
      return new Rendered.Faithful(markdown);
    }
    return previous.isEmpty() ? new Rendered.Misread(markdown, Remarks.MISREAD) : write(decision);
  }

  private static Decision decision(DecisionId id, Outline outline) {
    Passage title = Passage.NONE;
    SortedMap<Fact, Passage> facts = new TreeMap<>();
    for (Spot spot : outline.spots()) {
      if (spot.fact().isPresent()) {
        facts.put(spot.fact().get(), spot.value());
      } else {
        title = spot.value();
      }
    }
    List<Section> sections =
        outline.parts().stream().filter(part -> !part.isBare()).map(Part::section).toList();
    return new Decision(id, title, facts, sections);
  }
}
