package tandem.sync.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** The three-way merge of a decision's sections: by their keys, then heading and text. */
final class SectionMerge {
  private final Minutes minutes;
  private final FieldMerge fields;

  SectionMerge(Minutes minutes) {
    this.minutes = minutes;
    this.fields = new FieldMerge(minutes);
  }

  /** The sections that each side should hold, in one order. */
  Versions<List<Section>> merge(Versions<List<Section>> sections) {
    Versions<Map<Section.Key, Section>> byKey = sections.map(SectionMerge::byKey);
    Map<Section.Key, Versions<Section>> merged = new HashMap<>();
    for (Section.Key key : keys(sections)) {
      one(key, byKey.map(side -> Optional.ofNullable(side.get(key))))
          .ifPresent(section -> merged.put(key, section));
    }
    Versions<List<Section.Key>> orders =
        sections.map(side -> side.stream().map(Section::key).filter(merged::containsKey).toList());
    List<Section> base = new ArrayList<>();
    List<Section> left = new ArrayList<>();
    List<Section> right = new ArrayList<>();
    for (Section.Key key : SectionOrder.of(orders, minutes)) {
      Versions<Section> section = Objects.requireNonNull(merged.get(key));
      base.add(section.base());
      left.add(section.left());
      right.add(section.right());
    }
    return new Versions<>(base, left, right).map(SectionMerge::counted);
  }

  /** Where the first of two alike sections went, the second becomes the first. */
  private static List<Section> counted(List<Section> sections) {
    Map<Section.Key, Integer> seen = new HashMap<>();
    return sections.stream()
        .map(section -> {
          Section.Key key = section.key();
          Section.Key first = new Section.Key(key.topic(), key.name(), 0);
          int nth = seen.merge(first, 1, Integer::sum) - 1;
          Section.Key counted = new Section.Key(key.topic(), key.name(), nth);
          return new Section(counted, section.heading(), section.body());
        })
        .toList();
  }

  private Optional<Versions<Section>> one(Section.Key key, Versions<Optional<Section>> section) {
    if (section.left().isPresent() && section.right().isPresent()) {
      Section none = new Section(key, Passage.NONE, List.of());
      return Optional.of(both(section.map(side -> side.orElse(none))));
    }
    Optional<Section> present = section.left().or(section::right);
    if (present.isEmpty() || section.base().isEmpty()) {
      minutes.note(present.isEmpty() ? DecisionRow.D03 : DecisionRow.D02);
      return present.map(Versions::all);
    }
    boolean unchanged = present.get().says(section.base().get());
    minutes.note(unchanged ? DecisionRow.D02 : DecisionRow.D04);
    return unchanged ? Optional.empty() : present.map(Versions::all);
  }

  private Versions<Section> both(Versions<Section> section) {
    Section.Key key = section.left().key();
    String where = where(section.left());
    Versions<Passage> headings = fields.merge("heading of " + where, section.map(Section::heading));
    Versions<List<Passage>> bodies = section.map(Section::body);
    Versions<List<Passage>> merged =
        key.topic() == Topic.DISSENT
            ? TextMerge.join(where, bodies, minutes)
            : TextMerge.merge(where, bodies, minutes);
    return new Versions<>(
        new Section(key, headings.base(), merged.base()),
        new Section(key, headings.left(), merged.left()),
        new Section(key, headings.right(), merged.right()));
  }

  private static String where(Section section) {
    Section.Key key = section.key();
    return switch (key.topic()) {
      case OTHER -> "section \"" + key.name() + "\"";
      case FRONT_MATTER -> "front matter";
      case INTRODUCTION -> "introduction";
      case STATUS, CONTEXT, OPTIONS, DECISION, CONSEQUENCES, CONFIRMATION, SKIPPED, DISSENT ->
          "section \"" + key.topic().heading() + "\"";
    };
  }

  private static SequencedSet<Section.Key> keys(Versions<List<Section>> sections) {
    return Stream.of(sections.base(), sections.left(), sections.right())
        .flatMap(List::stream)
        .map(Section::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<Section.Key, Section> byKey(List<Section> sections) {
    return sections.stream().collect(Collectors.toMap(Section::key, section -> section));
  }
}
