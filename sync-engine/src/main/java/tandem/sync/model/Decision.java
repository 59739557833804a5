package tandem.sync.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision as either tracker holds it, with everything in it that Tandem does not know. Nothing
 * in it is trusted: a fact that cannot be read stays as it is written, and its accessor is empty.
 *
 * @param title {@link Passage#NONE} where it has none
 * @param sections in the document's order, each key once
 */
public record Decision(
    DecisionId id, Passage title, SortedMap<Fact, Passage> facts, List<Section> sections) {
  /** What a Jira issue property holds at most, in characters of its JSON. */
  public static final int LARGEST = 32_768;

  public Decision {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    sections = List.copyOf(sections);
    if (sections.stream().map(Section::key).distinct().count() != sections.size()) {
      throw new IllegalArgumentException("a decision has each section once");
    }
  }

  /** A decision that says nothing yet. */
  public static Decision blank(DecisionId id) {
    return new Decision(id, Passage.NONE, new TreeMap<>(), List.of());
  }

  public Decision withTitle(Passage other) {
    return new Decision(id, other, facts, sections);
  }

  public Decision withSections(List<Section> others) {
    return new Decision(id, title, facts, others);
  }

  public Decision withFact(Fact fact, Passage value) {
    SortedMap<Fact, Passage> more = new TreeMap<>(facts);
    more.put(fact, value);
    return new Decision(id, title, more, sections);
  }

  public Optional<Passage> fact(Fact fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  public Optional<Section> section(Section.Key key) {
    return sections.stream().filter(section -> section.key().equals(key)).findFirst();
  }

  public Optional<DecisionStatus> status() {
    return fact(Fact.STATUS).flatMap(fact -> DecisionStatus.read(fact.written()));
  }

  public Optional<DecisionSpace> space() {
    return fact(Fact.SPACE).flatMap(fact -> DecisionSpace.read(fact.written()));
  }

  /** Names, parted by commas where they are written. */
  public SortedSet<String> decidedBy() {
    return fact(Fact.DECIDED_BY).stream()
        .flatMap(fact -> Arrays.stream(fact.written().split(",", -1)))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<LocalDate> decidedOn() {
    return date(Fact.DECIDED_ON);
  }

  public Optional<LocalDate> reviewOn() {
    return date(Fact.REVIEW_ON);
  }

  /** The paragraphs of the first section of a topic; none where there is no such section. */
  public List<Passage> body(Topic topic) {
    return section(Section.Key.of(topic)).map(Section::body).orElse(List.of());
  }

  /** Says the same in the same order, however it is written. */
  public boolean says(Decision other) {
    return id.equals(other.id)
        && title.says(other.title)
        && meanings(facts).equals(meanings(other.facts))
        && sections.size() == other.sections.size()
        && Stream.iterate(0, i -> i < sections.size(), i -> i + 1)
            .allMatch(i -> sections.get(i).says(other.sections.get(i)));
  }

  /** Whether it fits into a Jira issue property, with room for the names of its fields. */
  public boolean fits() {
    return weight() <= LARGEST;
  }

  /** An upper bound for the characters of its JSON. */
  public int weight() {
    return DecisionWeight.of(this);
  }

  private Optional<LocalDate> date(Fact fact) {
    return fact(fact)
        .flatMap(passage -> {
          try {
            return Optional.of(LocalDate.parse(passage.written().strip()));
          } catch (DateTimeException notADate) {
            return Optional.empty();
          }
        });
  }

  private static SortedMap<Fact, String> meanings(SortedMap<Fact, Passage> facts) {
    SortedMap<Fact, String> meanings = new TreeMap<>();
    facts.forEach((fact, passage) -> meanings.put(fact, passage.meaning()));
    return meanings;
  }
}
