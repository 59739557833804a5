package tandem.sync.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.sync.model.Passage;

/**
 * What says and shows the same has one meaning, and what does not has not. {@code ¶} ends a line.
 */
class MeaningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '≈',
      value = {
        "- a¶- b ≈ * a¶* b",
        "_a_ and __b__ ≈ *a* and **b**",
        "https://a.example/x ≈ <https://a.example/x>",
        "**one¶two** ≈ **one**¶**two**",
        "one  ¶two ≈ one two",
        "one¶two ≈ one two",
        "| a | b |¶|---|---|¶| c | d | ≈ |a|b|¶|:-|-|¶|c    |d|",
        "## Title ## ≈ ## Title",
        "Title¶--- ≈ ## Title",
        "```java¶x¶``` ≈ ~~~java¶x¶~~~",
        "1. a¶2. b ≈ 1) a¶2) b",
        "a\\_b ≈ a_b",
        "- a¶¶- b ≈ - a¶- b",
      })
  void theseAreTheSame(String one, String other) {
    assertThat(meanings(one)).isEqualTo(meanings(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '≈',
      value = {
        "a ≈ b",
        "*a* ≈ **a**",
        "- a ≈ 1. a",
        "# a ≈ ## a",
        "`a` ≈ a",
        "[a](b) ≈ [a](c)",
        "- a¶- b ≈ - a¶  - b",
        "**a** **b** c ≈ **a b c**",
        "```¶a¶``` ≈ ```sh¶a¶```",
        "a¶¶b ≈ a¶b",
        "\\\\bullet{}a ≈ - a",
        "- [ ] a ≈ - [x] a",
      })
  void theseAreNot(String one, String other) {
    assertThat(meanings(one)).isNotEqualTo(meanings(other));
  }

  private static List<String> meanings(String markdown) {
    return Passages.blocks(markdown.replace('¶', '\n')).stream().map(Passage::meaning).toList();
  }
}
