package tandem.sync.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** Writes a decision over a document: what says the same is copied, the rest is written anew. */
final class OutlineWriter {
  private static final Section.Key FRONT = Section.Key.of(Topic.FRONT_MATTER);
  private static final Section.Key INTRODUCTION = Section.Key.of(Topic.INTRODUCTION);
  private static final Section.Key STATUS = Section.Key.of(Topic.STATUS);

  private final Outline previous;
  private final Decision decision;
  private final List<Section.Key> order;
  private final Pen pen = new Pen();

  OutlineWriter(Outline previous, Decision decision) {
    this.previous = previous;
    this.decision = decision;
    this.order = order();
  }

  String write() {
    Optional<Part> last = Optional.empty();
    for (Section.Key key : order) {
      Optional<Part> part = previous.part(key);
      Part next = next(key, part);
      boolean same = part.filter(before -> isSame(before, next)).isPresent();
      if (same && follows(last, part.get())) {
        pen.copy(part.get().raw());
      } else if (same) {
        pen.apart(part.get().raw());
      } else {
        pen.blankLine();
        pen.part(next);
      }
      last = same ? part : Optional.empty();
    }
    return pen.written();
  }

  /**
   * Every section of the decision, what holds title and facts, and an empty "Status" that is there.
   */
  private List<Section.Key> order() {
    List<Section.Key> keys = new ArrayList<>();
    keys.add(FRONT);
    keys.add(INTRODUCTION);
    decision.sections().stream()
        .map(Section::key)
        .filter(key -> !keys.contains(key))
        .forEach(keys::add);
    if (decision.section(FRONT).isEmpty()) {
      keys.remove(FRONT);
    }
    for (Part part : previous.parts()) {
      if (part.is(Topic.STATUS) && !keys.contains(part.key()) && stays(part)) {
        keys.add(after(part, keys), part.key());
      }
    }
    if (!keys.contains(STATUS) && !homeless(keys).isEmpty() && !keys.contains(FRONT)) {
      keys.add(keys.indexOf(INTRODUCTION) + 1, STATUS);
    }
    return keys;
  }

  private boolean stays(Part status) {
    return status.body().isEmpty()
        || status.spots().stream()
            .anyMatch(spot -> spot.fact().flatMap(decision::fact).isPresent());
  }

  private int after(Part part, List<Section.Key> keys) {
    for (int i = previous.parts().indexOf(part) - 1; i >= 0; i--) {
      int at = keys.indexOf(previous.parts().get(i).key());
      if (at >= 0) {
        return at + 1;
      }
    }
    return keys.indexOf(INTRODUCTION) + 1;
  }

  /** The facts that stand nowhere in what is kept of the previous document. */
  private Set<Fact> homeless(List<Section.Key> keys) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    facts.addAll(decision.facts().keySet());
    previous.parts().stream()
        .filter(part -> keys.contains(part.key()))
        .flatMap(part -> part.spots().stream())
        .forEach(spot -> spot.fact().ifPresent(facts::remove));
    return facts;
  }

  private Part next(Section.Key key, Optional<Part> part) {
    Section section =
        decision
            .section(key)
            .orElseGet(
                () -> new Section(key, part.map(Part::heading).orElse(Passage.NONE), List.of()));
    Passage heading =
        part.map(Part::heading).filter(section.heading()::says).orElse(section.heading());
    return new Part(key, heading, spots(key, part), section.body(), part.map(Part::raw).orElse(""));
  }

  private List<Spot> spots(Section.Key key, Optional<Part> part) {
    List<Spot> spots = new ArrayList<>();
    for (Spot spot : part.map(Part::spots).orElse(List.of())) {
      value(spot).map(spot::with).ifPresent(spots::add);
    }
    boolean untitled = spots.stream().noneMatch(spot -> spot.fact().isEmpty());
    if (key.equals(INTRODUCTION) && untitled && !decision.title().isSilent()) {
      spots.addFirst(new Spot(Optional.empty(), "# ", Pen.oneLine(decision.title()), "\n\n"));
    }
    if (key.equals(order.contains(STATUS) ? STATUS : FRONT)) {
      addHomeless(key, spots);
    }
    return spots;
  }

  private void addHomeless(Section.Key key, List<Spot> spots) {
    for (Fact fact : homeless(order)) {
      Passage value = Pen.oneLine(decision.fact(fact).orElseThrow());
      if (key.equals(FRONT)) {
        spots.add(FrontMatter.line(fact, value));
      } else if (fact == Fact.STATUS && Facts.isStatus(value.written())) {
        spots.addFirst(new Spot(Optional.of(fact), "", value, "\n\n"));
      } else {
        spots.add(new Spot(Optional.of(fact), "* " + fact.label() + ": ", value, "\n"));
      }
    }
  }

  private Optional<Passage> value(Spot spot) {
    return spot.fact().isPresent()
        ? decision.fact(spot.fact().get())
        : Optional.of(decision.title()).filter(title -> !title.isSilent());
  }

  private static boolean isSame(Part before, Part next) {
    return before.spots().equals(next.spots()) && before.section().says(next.section());
  }

  private boolean follows(Optional<Part> last, Part part) {
    int at = previous.parts().indexOf(part);
    return last.map(before -> previous.parts().indexOf(before) == at - 1).orElse(at == 0);
  }
}
