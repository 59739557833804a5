package tandem.sync.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** Small decisions and texts for the tests of the merge: a letter is a paragraph. */
final class Texts {
  static final DecisionId ID = new DecisionId("d1");
  static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant LATE = EARLY.plusSeconds(1);

  private Texts() {}

  static List<Passage> text(String letters) {
    return letters.chars().mapToObj(c -> Passage.plain(Character.toString(c))).toList();
  }

  static String letters(List<Passage> text) {
    return String.join("", text.stream().map(Passage::meaning).toList());
  }

  static Section section(Topic topic, String letters) {
    return new Section(
        Section.Key.of(topic), Passage.plain("## " + topic.heading()), text(letters));
  }

  static Section other(String name, String letters) {
    Section.Key key = new Section.Key(Topic.OTHER, name, 0);
    return new Section(key, Passage.plain("## " + name), text(letters));
  }

  static Decision titled(String title, Section... sections) {
    return Decision.blank(ID).withTitle(Passage.plain(title)).withSections(List.of(sections));
  }

  static Decision with(Decision decision, Fact fact, String value) {
    return decision.withFact(fact, Passage.plain(value));
  }

  static Referee latest() {
    return new Referee(ConflictPolicy.LATEST, EARLY, LATE);
  }

  static Referee ask() {
    return new Referee(ConflictPolicy.ASK, EARLY, LATE);
  }

  /** All texts of up to so many of these letters. */
  static List<String> all(String letters, int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    List<String> last = List.of("");
    for (int i = 0; i < longest; i++) {
      last =
          last.stream()
              .flatMap(text -> letters.chars().mapToObj(c -> text + Character.toString(c)))
              .toList();
      all.addAll(last);
    }
    return all;
  }

  /** Every policy; the one that looks at the time with the left earlier, later and at once. */
  static List<Referee> referees() {
    return Stream.concat(
            Stream.of(ConflictPolicy.values()).map(policy -> new Referee(policy, EARLY, LATE)),
            Stream.of(EARLY, LATE).map(right -> new Referee(ConflictPolicy.LATEST, LATE, right)))
        .toList();
  }

  static Referee swapped(Referee referee) {
    ConflictPolicy policy =
        switch (referee.policy()) {
          case LATEST -> ConflictPolicy.LATEST;
          case ASK -> ConflictPolicy.ASK;
          case PREFER_LEFT -> ConflictPolicy.PREFER_RIGHT;
          case PREFER_RIGHT -> ConflictPolicy.PREFER_LEFT;
        };
    return new Referee(policy, referee.right(), referee.left());
  }
}
