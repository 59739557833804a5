package tandem.sync.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.SourceSpan;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/**
 * Tells title, facts and sections apart. A heading of the first or second level begins a section;
 * so does MADR's third level below the decision, from "Consequences" or "Confirmation" on.
 */
final class OutlineReader {
  private static final int SECTION_LEVEL = 2;

  private final String markdown;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Fact> told = EnumSet.noneOf(Fact.class);
  private final Map<Section.Key, Integer> seen = new HashMap<>();
  private PartDraft current;
  private boolean titled;
  private boolean belowTheDecision;

  OutlineReader(String markdown) {
    this.markdown = markdown;
    this.current = new PartDraft(Section.Key.of(Topic.INTRODUCTION), Passage.NONE, "");
  }

  Outline read() {
    Optional<Part> front = FrontMatter.read(markdown, told);
    front.ifPresent(parts::add);
    Cuts cuts = Cuts.of(markdown.substring(front.map(part -> part.raw().length()).orElse(0)));
    current = new PartDraft(Section.Key.of(Topic.INTRODUCTION), Passage.NONE, cuts.before());
    cuts.cuts().forEach(this::read);
    parts.add(current.finish());
    return new Outline(parts);
  }

  private void read(Cut cut) {
    if (cut.node() instanceof Heading heading) {
      if (isTitle(heading)) {
        titled = true;
        current.add(title(cut, heading));
        return;
      }
      if (beginsSection(cut, heading)) {
        parts.add(current.finish());
        current = section(cut, heading);
        return;
      }
    }
    fact(cut).ifPresentOrElse(current::add, () -> current.add(cut));
  }

  private boolean isTitle(Heading heading) {
    return !titled
        && heading.getLevel() == 1
        && current.topic() == Topic.INTRODUCTION
        && heading.getFirstChild() != null
        && !heading.getFirstChild().getSourceSpans().isEmpty()
        && !heading.getLastChild().getSourceSpans().isEmpty();
  }

  private boolean beginsSection(Cut cut, Heading heading) {
    if (heading.getLevel() <= SECTION_LEVEL) {
      belowTheDecision = false;
      return true;
    }
    if (heading.getLevel() == SECTION_LEVEL + 1 && current.topic() == Topic.DECISION) {
      belowTheDecision |=
          switch (Headline.of(cut, heading).topic()) {
            case CONSEQUENCES, CONFIRMATION -> true;
            case FRONT_MATTER,
                INTRODUCTION,
                STATUS,
                CONTEXT,
                OPTIONS,
                DECISION,
                SKIPPED,
                DISSENT,
                OTHER ->
                false;
          };
    }
    return belowTheDecision && heading.getLevel() == SECTION_LEVEL + 1;
  }

  private PartDraft section(Cut cut, Heading heading) {
    Headline line = Headline.of(cut, heading);
    int nth = seen.merge(new Section.Key(line.topic(), line.name(), 0), 1, Integer::sum) - 1;
    Section.Key key = new Section.Key(line.topic(), line.name(), nth);
    return new PartDraft(key, line.heading(), cut.written());
  }

  private Optional<Spot> fact(Cut cut) {
    if (current.topic() != Topic.INTRODUCTION && current.topic() != Topic.STATUS) {
      return Optional.empty();
    }
    Optional<Spot> labelled = Facts.labelled(cut, told);
    return labelled.isEmpty() && current.topic() == Topic.STATUS && current.isEmpty()
        ? Facts.status(cut, told)
        : labelled;
  }

  private static Spot title(Cut cut, Heading heading) {
    SourceSpan first = heading.getFirstChild().getSourceSpans().getFirst();
    SourceSpan last = heading.getLastChild().getSourceSpans().getLast();
    int from = first.getInputIndex() - cut.from();
    int to = last.getInputIndex() + last.getLength() - cut.from();
    String raw = cut.written();
    String value = raw.substring(from, to);
    Passage passage = new Passage(value, Passages.inner(Meaning.of(heading)));
    return new Spot(Optional.empty(), raw.substring(0, from), passage, raw.substring(to));
  }
}
