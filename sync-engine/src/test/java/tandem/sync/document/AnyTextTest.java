package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;

/** Reading and writing are total: seeded random documents, and those that break parsers. */
class AnyTextTest {
  private static final DecisionId ID = new DecisionId("d1");
  private static final int DOCUMENTS = 2_000;
  private static final int LARGE = 1_000_000;

  /** Pieces that begin, end or break structure. */
  private static final List<String> PIECES =
      List.of(
          "# ",
          "## ",
          "### ",
          "## Status\n",
          "## Context\n",
          "## Decision Outcome\n",
          "### Consequences\n",
          "## Dissent\n",
          "Accepted",
          "Date: 2026-01-02\n",
          "---\n",
          "===\n",
          "status: accepted\n",
          "- ",
          "* ",
          "1. ",
          "  ",
          "    ",
          "\t",
          "> ",
          "```",
          "```yaml\n",
          "```\n",
          "~~~\n",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "| a | b |\n|---|---|\n",
          "*",
          "**",
          "_",
          "`",
          "[",
          "](",
          ")",
          "<",
          ">",
          "<!--",
          "-->",
          "<div>\n",
          "[a]: /b\n",
          "\\",
          "&amp;",
          "\u0000",
          "\u0001",
          "\u2028",
          "\ud83d\ude00",
          "\ud83d",
          "\ufeff",
          "Ada: because",
          "word ",
          "another word\n");

  @Test
  void noByteOfARandomDocumentIsLostOrMoved() {
    forAll((text, random) -> {
      List<Part> parts = Outline.of(text).parts();
      assertThat(String.join("", parts.stream().map(Part::raw).toList())).isEqualTo(text);
      assertThat(DecisionMarkdown.write(read(text), text).markdown()).isEqualTo(text);
    });
  }

  @Test
  void aRandomDocumentWrittenAnewSaysTheSameOrIsHeldBack() {
    int[] faithful = {0};
    forAll((text, random) -> {
      Decision decision = read(text);
      switch (DecisionMarkdown.write(decision)) {
        case Rendered.Faithful(String markdown) -> {
          faithful[0]++;
          assertThat(read(markdown).says(decision)).isTrue();
        }
        case Rendered.Misread(String markdown, Remark why) ->
            assertThat(read(markdown).says(decision)).isFalse();
      }
    });
    assertThat(faithful[0]).isGreaterThan(DOCUMENTS / 2);
  }

  @Test
  void aFactWrittenIntoARandomDocumentIsReadBackOrHeldBack() {
    forAll((text, random) -> {
      Decision edited = read(text).withFact(Fact.REVIEW_ON, Passages.line("2027-01-01"));
      if (DecisionMarkdown.write(edited, text) instanceof Rendered.Faithful(String markdown)) {
        assertThat(read(markdown).reviewOn()).isPresent();
      }
    });
  }

  @Test
  void nearlyEveryRandomDocumentAsJsonSaysTheSame() {
    int[] faithful = {0};
    forAll((text, random) -> {
      Decision decision = read(text);
      if (DecisionJson.read(ID, DecisionJson.write(decision)) instanceof DecisionJson.Read back
          && back.decision().says(decision)) {
        faithful[0]++;
      }
    });
    assertThat(faithful[0]).isGreaterThan(DOCUMENTS * 99 / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"> ", "- ", "*a ", "[", "![", "`a", "<", "**a_b*", "| ", "\u0000", "a\r", "# a\n"})
  void aLongRunOfAnythingIsRead(String piece) {
    String text = piece.repeat(LARGE / 10 / piece.length());
    assertThat(DecisionMarkdown.write(read(text), text).markdown()).isEqualTo(text);
  }

  @Tag("V04")
  @Test
  void aMegabyteOfTextIsReadAndRemarkedOn() {
    String text =
        "# T\n\n## Context\n\n" + "Some words, **bold** and `code`.\n\n".repeat(LARGE / 33);
    ReadDecision large = DecisionMarkdown.read(ID, text);
    assertThat(large.decision().fits()).isFalse();
    assertThat(large.remarks())
        .extracting(Remark::words)
        .anyMatch(it -> it.contains("longer than"));
    assertThat(DecisionMarkdown.write(large.decision(), text).markdown()).isEqualTo(text);
  }

  private interface Claim {
    void check(String text, RandomGenerator random);
  }

  private static void forAll(Claim claim) {
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      String text = document(random);
      try {
        claim.check(text, random);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ": " + text, broken);
      }
    }
  }

  private static String document(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(60);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static Decision read(String markdown) {
    return DecisionMarkdown.read(ID, markdown).decision();
  }
}
