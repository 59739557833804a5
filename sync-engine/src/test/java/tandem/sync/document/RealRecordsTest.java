package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Topic;

/** Every real record imports, goes to Linear and back, and is equal section for section. */
class RealRecordsTest {
  private static final DecisionId ID = new DecisionId("d1");

  @TestFactory
  Stream<DynamicTest> nothingIsLostOnReading() {
    return forAll(text -> {
      List<Part> parts = Outline.of(text).parts();
      assertThat(String.join("", parts.stream().map(Part::raw).toList())).isEqualTo(text);
      assertThat(read(text).title().isSilent()).isFalse();
      assertThat(read(text).sections()).hasSizeGreaterThan(1);
      assertThat(read(text).fits()).isTrue();
    });
  }

  @TestFactory
  Stream<DynamicTest> writtenAnewTheRecordSaysTheSame() {
    return forAll(text -> {
      Rendered fresh = DecisionMarkdown.write(read(text));
      assertThat(fresh).isInstanceOf(Rendered.Faithful.class);
      assertThat(read(fresh.markdown()).says(read(text))).isTrue();
    });
  }

  @TestFactory
  Stream<DynamicTest> whatLinearRewritesOnSavingIsNoEdit() {
    return forAll(text -> {
      String mirrored = DecisionMarkdown.write(read(text)).markdown();
      assertThat(read(LinearsPen.saved(mirrored)).says(read(text))).isTrue();
    });
  }

  @TestFactory
  Stream<DynamicTest> aChangeOfOneSectionLeavesTheOthersByteForByte() {
    return forAll(text -> {
      Decision edited = read(text).withFact(Fact.REVIEW_ON, Passages.line("2027-01-01"));
      Rendered written = DecisionMarkdown.write(edited, text);
      assertThat(written).isInstanceOf(Rendered.Faithful.class);
      Outline.of(text).parts().stream()
          .filter(part -> !part.is(Topic.STATUS) && !part.is(Topic.FRONT_MATTER))
          .forEach(part -> assertThat(written.markdown()).contains(part.raw()));
    });
  }

  @Test
  void theFactsOfNygardsRecordsAreRead() {
    List<Decision> nygard = decisions("govuk-aws");
    assertThat(nygard).allMatch(decision -> decision.fact(Fact.STATUS).isPresent());
    assertThat(nygard).filteredOn(decision -> decision.status().isEmpty()).hasSizeLessThan(3);
    assertThat(nygard).filteredOn(decision -> decision.decidedOn().isPresent()).hasSize(38);
    assertThat(nygard).allMatch(decision -> !decision.body(Topic.CONSEQUENCES).isEmpty());
    assertThat(nygard).filteredOn(decision -> decision.body(Topic.DECISION).isEmpty()).hasSize(1);
  }

  @Test
  void theSectionsOfMadrAreRead() {
    List<Decision> madr = decisions("madr");
    assertThat(madr).allMatch(decision -> !decision.body(Topic.CONTEXT).isEmpty());
    assertThat(madr).allMatch(decision -> !decision.body(Topic.OPTIONS).isEmpty());
    assertThat(madr).allMatch(decision -> !decision.body(Topic.FRONT_MATTER).isEmpty());
    assertThat(madr).anyMatch(decision -> !decision.body(Topic.CONFIRMATION).isEmpty());
    assertThat(madr).anyMatch(decision -> !decision.body(Topic.CONSEQUENCES).isEmpty());
  }

  private static List<Decision> decisions(String format) {
    return RealRecords.all().stream()
        .filter(file -> file.getParent().endsWith(format))
        .map(file -> read(RealRecords.text(file)))
        .toList();
  }

  private static Stream<DynamicTest> forAll(Consumer<String> claim) {
    return RealRecords.all().stream()
        .map((Path file) ->
            dynamicTest(file.toString(), () -> claim.accept(RealRecords.text(file))));
  }

  private static Decision read(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }
}
