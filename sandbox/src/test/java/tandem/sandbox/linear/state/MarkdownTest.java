package tandem.sandbox.linear.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text comes back from Linear with Linear's marks. */
class MarkdownTest {
  @Test
  void bulletsAndEmphasisGetLinearsMarks() {
    assertThat(Markdown.saved("- one\n- _two_ and __three__"))
        .isEqualTo("* one\n* *two* and **three**");
  }

  @Test
  void aTaskKeepsItsBox() {
    assertThat(Markdown.saved("- [ ] open\n- [x] done")).isEqualTo("* [ ] open\n* [x] done");
  }

  @Test
  void headingsCodeAndTablesStay() {
    String text = "## Context\n\n```java\nint i;\n```\n\n|a|b|\n|---|---|\n|1|2|";
    assertThat(Markdown.saved(text))
        .startsWith("## Context\n\n```java\nint i;\n```")
        .contains("|a|b|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\n- b\n\n  more\n",
        "1. one\n2. two\n   - deep _x_\n",
        "> quoted *words*\n\nand [a link](https://example.com)",
        "snake_case and 2 * 3 < 7 & so on",
        "- [ ] task with `code`\n- [X] other",
        "# Title\n\n---\n\n![](x.png)",
        "line one  \nline two",
        ""
      })
  void savingTwiceChangesNothingMore(String text) {
    String once = Markdown.saved(text);
    assertThat(Markdown.saved(once)).isEqualTo(once);
  }
}
