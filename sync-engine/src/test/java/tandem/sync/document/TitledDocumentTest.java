package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Topic;

/** A decision as a title and a text, as a person sees it in Linear. */
class TitledDocumentTest {
  private static final DecisionId ID = new DecisionId("d1");

  @Test
  void aPersonSeesTheTitleOnceAndNoHeadingOfIt() {
    Decision decision = decision("# Use *PostgreSQL*\n\n## Context\n\nIt is slow.\n");
    assertThat(TitledDocument.NONE.write(decision))
        .contains(new TitledDocument("Decision: Use *PostgreSQL*", "## Context\n\nIt is slow.\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "Decision: Use it, true",
    "decision : Use it, true",
    "  DECISION:Use it, true",
    "Decision:, true",
    "Decisions: Use it, false",
    "Use it, false",
    "'', false"
  })
  void theTitleSaysWhetherItIsADecision(String title, boolean is) {
    assertThat(new TitledDocument(title, "").isDecision()).isEqualTo(is);
  }

  @Test
  void whatAPersonTitledOtherwiseIsItsWholeTitle() {
    assertThat(title(new TitledDocument("Which database?", "Text"))).isEqualTo("Which database?");
    assertThat(title(new TitledDocument("decision :  Use it", "Text"))).isEqualTo("Use it");
  }

  @Test
  void aTitleInTheTextCountsWhereTheDocumentsOwnSaysNothingAndStaysThere() {
    TitledDocument pasted = new TitledDocument("Decision:", "# Use it\n\n## Context\n\nOld.\n");
    assertThat(title(pasted)).isEqualTo("Use it");
    Decision edited = pasted.read(ID).decision().withFact(Fact.STATUS, Passages.line("accepted"));
    TitledDocument written = pasted.write(edited).orElseThrow();
    assertThat(written.title()).isEqualTo("Decision:");
    assertThat(written.content()).startsWith("# Use it\n").contains("accepted", "Old.");
  }

  @Test
  void aHeadingBelowATitleIsASectionAndIsNotLost() {
    TitledDocument document = new TitledDocument("Decision: Use it", "# Summary\n\nShort.\n");
    Decision decision = document.read(ID).decision();
    assertThat(decision.title().written()).isEqualTo("Use it");
    assertThat(decision.sections()).hasSize(1);
    assertThat(document.write(decision)).contains(document);
  }

  @Test
  void frontMatterStaysOnTopOfTheText() {
    Decision decision = decision("---\nstatus: accepted\nmood: good\n---\n\n# T\n\nText.\n");
    TitledDocument document = TitledDocument.NONE.write(decision).orElseThrow();
    assertThat(document.title()).isEqualTo("Decision: T");
    assertThat(document.content()).startsWith("```yaml\nstatus: accepted\n");
    assertThat(document.read(ID).decision().body(Topic.FRONT_MATTER)).hasSize(1);
  }

  @Test
  void whatIsNotChangedStaysByteForByte() {
    TitledDocument document =
        new TitledDocument(
            "decision:  Use _it_",
            "```yaml\nstatus: draft\n```\n\n\n\n## A\n\n-  one\n\n## B\n\nb");
    Decision decision = document.read(ID).decision();
    assertThat(document.write(decision)).contains(document);
    TitledDocument written =
        document.write(decision.withFact(Fact.STATUS, Passages.line("accepted"))).orElseThrow();
    assertThat(written.title()).isEqualTo(document.title());
    assertThat(written.content())
        .isEqualTo(document.content().replace("status: draft", "status: accepted"));
  }

  @Test
  void aNewTitleIsPutInThePlaceOfTheOld() {
    TitledDocument document = new TitledDocument("Which?", "Text\n");
    Decision renamed = document.read(ID).decision().withTitle(Passages.line("That one"));
    assertThat(document.write(renamed))
        .contains(new TitledDocument("Decision: That one", "Text\n"));
  }

  @Test
  void aDocumentWithoutATitleIsReadAndWritten() {
    Decision decision = decision("Only text.\n");
    assertThat(TitledDocument.NONE.write(decision))
        .contains(new TitledDocument("Decision:", "Only text.\n"));
  }

  @Test
  void titleAndTextAreOneTextAndApartAgain() {
    TitledDocument document = new TitledDocument("Decision: T", "a\nb");
    assertThat(TitledDocument.of(document.text())).isEqualTo(document);
    assertThat(TitledDocument.of("T")).isEqualTo(new TitledDocument("T", ""));
  }

  @Test
  void everyRealRecordIsADocumentAndTheSameAgainAfterLinearSavedIt() {
    RealRecords.all()
        .forEach(file -> {
          Decision decision = decision(RealRecords.text(file));
          TitledDocument document = TitledDocument.NONE.write(decision).orElseThrow();
          TitledDocument saved =
              new TitledDocument(document.title(), LinearsPen.saved(document.content()));
          assertThat(document.read(ID).decision().says(decision)).as(file.toString()).isTrue();
          assertThat(saved.read(ID).decision().says(decision)).as(file.toString()).isTrue();
          assertThat(saved.write(decision)).contains(saved);
        });
  }

  private static String title(TitledDocument document) {
    return document.read(ID).decision().title().written();
  }

  private static Decision decision(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }
}
