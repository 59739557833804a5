package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.reconcile.DecisionMerge;
import tandem.sync.reconcile.DecisionPlan;
import tandem.sync.reconcile.Referee;
import tandem.sync.reconcile.Versions;

/** Two people edit a real record at once, one of them in Linear; both documents become one. */
class TwoEditorsTest {
  private static final DecisionId ID = new DecisionId("d1");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int EDITS = 3;

  @TestFactory
  Stream<DynamicTest> bothEditsArriveInBothDocumentsOrStandInAConflict() {
    return RealRecords.all().stream()
        .map(file ->
            dynamicTest(
                file.toString(),
                () -> {
                  for (long seed = 0; seed < 4; seed++) {
                    edit(RealRecords.text(file), seed);
                  }
                }));
  }

  private static void edit(String text, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Decision base = read(text);
    String inLinear = LinearsPen.saved(DecisionMarkdown.write(base).markdown());
    Decision left = edited(base, "left", random);
    Decision right = edited(read(inLinear), "right", random);
    DecisionPlan plan =
        DecisionMerge.plan(
            new Versions<>(Optional.of(base), Optional.of(left), Optional.of(right)),
            new Referee(ConflictPolicy.LATEST, NOON, NOON.plusSeconds(1)));
    Decision merged = plan.next().left().orElseThrow();
    assertThat(merged.says(plan.next().right().orElseThrow())).isTrue();
    assertThat(written(merged, text).says(merged)).isTrue();
    assertThat(written(plan.next().right().orElseThrow(), inLinear).says(merged)).isTrue();
    long kept = words(merged, "left") + words(merged, "right");
    assertThat(kept).isGreaterThanOrEqualTo(2L * EDITS - 2L * plan.conflicts().size());
  }

  private static Decision written(Decision decision, String previous) {
    Rendered rendered = DecisionMarkdown.write(decision, previous);
    assertThat(rendered).as(rendered.markdown()).isInstanceOf(Rendered.Faithful.class);
    return read(rendered.markdown());
  }

  /** Adds a paragraph after another one in a few places; no two edits are alike. */
  private static Decision edited(Decision decision, String who, RandomGenerator random) {
    List<Section> sections = new ArrayList<>(decision.sections());
    for (int edit = 0; edit < EDITS; edit++) {
      int at = random.nextInt(sections.size());
      Section section = sections.get(at);
      List<Passage> body = new ArrayList<>(section.body());
      boolean lines = section.heading().isSilent();
      String words = who + " wrote " + edit;
      Passage added = lines ? new Passage(words + "\n", words) : Passages.blocks(words).getFirst();
      body.add(lines ? body.size() : random.nextInt(body.size() + 1), added);
      sections.set(at, new Section(section.key(), section.heading(), body));
    }
    return decision.withSections(sections);
  }

  private static long words(Decision decision, String who) {
    return decision.sections().stream()
        .flatMap(section -> section.body().stream())
        .filter(passage -> passage.written().contains(who + " wrote "))
        .count();
  }

  private static Decision read(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }
}
