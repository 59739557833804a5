package tandem.sync.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;

/** The three-way merge of one field: its four cases, rows D01 to D09. */
final class FieldMerge {
  private final Minutes minutes;

  FieldMerge(Minutes minutes) {
    this.minutes = minutes;
  }

  /** A field that says nothing is not there. */
  Versions<Passage> merge(String where, Versions<Passage> field) {
    boolean leftOld = field.left().says(field.base());
    boolean rightOld = field.right().says(field.base());
    if (leftOld && rightOld) {
      minutes.note(DecisionRow.D01);
      return field;
    }
    if (field.left().says(field.right())) {
      minutes.note(DecisionRow.D03);
      return new Versions<>(field.left(), field.left(), field.right());
    }
    if (leftOld || rightOld) {
      minutes.note(DecisionRow.D02);
      return Versions.all(leftOld ? field.right() : field.left());
    }
    return bothChanged(where, field);
  }

  /** Names that are parted by commas, element by element. */
  Versions<Passage> join(String where, Versions<Passage> field) {
    Versions<List<Passage>> names = field.map(FieldMerge::names);
    Versions<List<Passage>> joined = TextMerge.join(where, names, minutes);
    return new Versions<>(
        written(field.base(), names.base(), joined.base()),
        written(field.left(), names.left(), joined.left()),
        written(field.right(), names.right(), joined.right()));
  }

  private Versions<Passage> bothChanged(String where, Versions<Passage> field) {
    if (field.left().isSilent() || field.right().isSilent()) {
      minutes.note(DecisionRow.D04);
      return Versions.all(field.left().isSilent() ? field.right() : field.left());
    }
    Optional<Side> winner = minutes.decide(where, field.map(FieldMerge::held));
    return winner.map(field::of).map(Versions::all).orElse(field);
  }

  private static List<Passage> held(Passage passage) {
    return passage.isSilent() ? List.of() : List.of(passage);
  }

  private static List<Passage> names(Passage field) {
    return Stream.of(field.written().split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(Passage::plain)
        .toList();
  }

  private static Passage written(Passage before, List<Passage> names, List<Passage> joined) {
    return names.equals(joined)
        ? before
        : Passage.plain(joined.stream().map(Passage::written).collect(Collectors.joining(", ")));
  }
}
