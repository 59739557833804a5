package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Dissent;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

class DecisionMarkdownTest {
  private static final DecisionId ID = new DecisionId("d1");
  private static final String NYGARD =
      """
      # 2. Pay by invoice

      Date: 2026-01-02

      ## Status

      Superseded by [3. Pay at once](0003.md)

      Amends [1](0001.md)

      ## Context
      - first
      - _second_

      ## Something else

      Kept  as it is.
      ## Consequences

      None.
      """;
  private static final String MADR =
      """
      ---
      status: "accepted"
      date: 2026-01-02
      decision-makers: Ada, Bob
      tags: [a, b]
      ---

      # Pay by invoice

      ## Context and Problem Statement

      Who pays when?

      ## Decision Outcome

      Chosen option: "later".

      ### Consequences

      * Good, because

      ### Confirmation

      By looking.

      ### Notes

      Some.
      """;

  @Test
  void aRecordOfNygardsIsRead() {
    Decision decision = read(NYGARD);
    assertThat(decision.title().written()).isEqualTo("2. Pay by invoice");
    assertThat(decision.status()).contains(DecisionStatus.SUPERSEDED);
    assertThat(decision.decidedOn()).contains(LocalDate.parse("2026-01-02"));
    assertThat(decision.body(Topic.STATUS))
        .extracting(Passage::written)
        .containsExactly("Amends [1](0001.md)\n\n");
    assertThat(decision.body(Topic.CONTEXT)).hasSize(2);
    assertThat(decision.section(new Section.Key(Topic.OTHER, "something else", 0))).isPresent();
  }

  @Test
  void aRecordOfMadrIsRead() {
    Decision decision = read(MADR);
    assertThat(decision.status()).contains(DecisionStatus.ACCEPTED);
    assertThat(decision.decidedBy()).containsExactly("Ada", "Bob");
    assertThat(decision.body(Topic.FRONT_MATTER))
        .extracting(Passage::meaning)
        .containsExactly("tags: [a, b]");
    assertThat(decision.sections())
        .extracting(section -> section.key().topic())
        .containsExactly(
            Topic.FRONT_MATTER,
            Topic.CONTEXT,
            Topic.DECISION,
            Topic.CONSEQUENCES,
            Topic.CONFIRMATION,
            Topic.OTHER);
  }

  @Test
  void aChangedStatusIsWrittenWhereItStandsAndNothingElseIsTouched() {
    Decision accepted = read(NYGARD).withFact(Fact.STATUS, Passages.line("Accepted"));
    assertThat(write(accepted, NYGARD))
        .isEqualTo(NYGARD.replace("Superseded by [3. Pay at once](0003.md)", "Accepted"));
    Decision rejected = read(MADR).withFact(Fact.STATUS, Passages.line("rejected"));
    assertThat(write(rejected, MADR)).isEqualTo(MADR.replace("\"accepted\"", "\"rejected\""));
  }

  @Test
  void aChangedTitleIsWrittenWhereItStands() {
    Decision renamed = read(NYGARD).withTitle(Passages.line("2. Pay at once"));
    assertThat(write(renamed, NYGARD)).isEqualTo(NYGARD.replace("Pay by invoice", "Pay at once"));
  }

  @Test
  void aChangedParagraphRewritesItsSectionOnly() {
    Section context = read(NYGARD).section(Section.Key.of(Topic.CONTEXT)).orElseThrow();
    Section longer =
        new Section(
            context.key(),
            context.heading(),
            Stream.concat(context.body().stream(), Passages.blocks("* third\n").stream()).toList());
    Decision decision = read(NYGARD);
    Decision edited =
        decision.withSections(
            decision.sections().stream()
                .map(section -> section.key().equals(longer.key()) ? longer : section)
                .toList());
    assertThat(write(edited, NYGARD))
        .isEqualTo(
            NYGARD.replace(
                "## Context\n- first\n- _second_\n\n",
                "## Context\n\n- first\n- _second_\n\n- third\n\n"));
  }

  @Test
  void aFactThatTheDocumentLacksGoesUnderStatusOrIntoTheFrontMatter() {
    Passage problem = Passages.line("problem");
    assertThat(write(read(NYGARD).withFact(Fact.SPACE, problem), NYGARD))
        .contains("Superseded by [3. Pay at once](0003.md)\n\n* Space: problem\n");
    assertThat(write(read(MADR).withFact(Fact.SPACE, problem), MADR))
        .contains("\nspace: problem\n");
    assertThat(read("# T\n\n## Status\n\nAccepted\n\n* Space: problem\n").space())
        .contains(DecisionSpace.PROBLEM);
  }

  @Test
  void aNewDocumentReadsLikeARecord() {
    Decision decision =
        Decision.blank(ID)
            .withTitle(Passages.line("Pay at once"))
            .withFact(Fact.STATUS, Passages.line("proposed"))
            .withFact(Fact.DECIDED_BY, Passages.line("Ada"));
    assertThat(write(decision, ""))
        .isEqualTo("# Pay at once\n\n## Status\n\nproposed\n\n* Decided by: Ada\n");
  }

  @Test
  void frontMatterGoesToATrackerAsCodeAndComesBack() {
    String mirrored = write(read(MADR), "");
    assertThat(mirrored).startsWith("```yaml\nstatus: accepted\n").contains("tags: [a, b]\n```\n");
    assertThat(read(LinearsPen.saved(mirrored)).says(read(MADR))).isTrue();
  }

  @Test
  void dissentIsReadAndWritten() {
    Decision decision = read("# T\n\n## Dissent\n\n- Ada: too *early*\n\nand more\n");
    assertThat(DissentList.of(decision)).containsExactly(new Dissent("Ada", "too *early*"));
    assertThat(DissentList.item(new Dissent("Ada", "too _early_")).meaning())
        .isEqualTo(decision.body(Topic.DISSENT).getFirst().meaning());
  }

  @Test
  void aDocumentWithoutATitleIsReadAndStaysWithout() {
    assertThat(read("## Context\n\nx\n").title()).isEqualTo(Passage.NONE);
    Decision accepted = read("## Context\n\nx\n").withFact(Fact.STATUS, Passages.line("Accepted"));
    assertThat(write(accepted, "## Context\n\nx\n"))
        .isEqualTo("## Status\n\nAccepted\n\n## Context\n\nx\n");
  }

  @Test
  void whatIsNotUnderstoodIsKeptAndSaid() {
    ReadDecision odd = DecisionMarkdown.read(ID, "Date: soon\n\n## Status\n\nOn hold\n\n\u0001");
    assertThat(odd.remarks())
        .extracting(Remark::words)
        .anyMatch(words -> words.contains("no title"))
        .anyMatch(words -> words.contains("On hold"))
        .anyMatch(words -> words.contains("soon"))
        .anyMatch(words -> words.contains("control characters"));
    assertThat(odd.decision().fact(Fact.STATUS).orElseThrow().written()).isEqualTo("On hold");
  }

  @Test
  void aPieceThatSwallowsWhatFollowsIsNotSent() {
    Decision open = read("# T\n\n## Context\n\n```\nnever closed\n");
    Section more =
        new Section(
            new Section.Key(Topic.OTHER, "more", 0),
            Passages.blocks("## More\n").getFirst(),
            Passages.blocks("text\n"));
    Decision longer =
        open.withSections(Stream.concat(open.sections().stream(), Stream.of(more)).toList());
    assertThat(DecisionMarkdown.write(longer, "# T\n\n## Context\n\n```\nnever closed\n"))
        .isInstanceOf(Rendered.Misread.class);
  }

  private static Decision read(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }

  @Test
  void aPieceTakesTheAddressesOfItsLinksWithIt() {
    Decision decision =
        DecisionMarkdown.read(
                ID,
                """
                # T

                ## Context

                See [this][1], ![that *one*][Two] and [2], not [here](/x), [none] or <https://a/>.

                ## Links

                [1]: https://example.com/a_(b)
                [two]: </c d> "a title"
                [2]: /e
                """)
            .decision();
    assertThat(decision.body(Topic.CONTEXT))
        .extracting(Passage::written)
        .containsExactly(
            "See [this](<https://example.com/a_(b)>), ![that *one*](</c d> \"a title\")"
                + " and [2](</e>), not [here](/x), [none] or <https://a/>.\n\n");
    assertThat(decision.section(new Section.Key(Topic.OTHER, "links", 0)).orElseThrow().body())
        .isEmpty();
    assertThat(DecisionMarkdown.write(decision)).isInstanceOf(Rendered.Faithful.class);
  }

  @Test
  void aSectionMayGoWithTheDefinitionsThatOthersUse() {
    String text = "# T\n\n## Context\n\nSee [this][1].\n\n## Links\n\n[1]: /a\n";
    Decision decision = DecisionMarkdown.read(ID, text).decision();
    Decision without = decision.withSections(List.of(decision.sections().getFirst()));
    assertThat(DecisionMarkdown.write(without, text).markdown())
        .contains("See [this](</a>).")
        .doesNotContain("Links");
  }

  private static String write(Decision decision, String previous) {
    Rendered written = DecisionMarkdown.write(decision, previous);
    assertThat(written).as(written.markdown()).isInstanceOf(Rendered.Faithful.class);
    return written.markdown();
  }
}
