package tandem.app.panel.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTextTest {
  private static JsonNode json(String text) {
    return PropertyText.parse(text.getBytes(UTF_8)).orElseThrow();
  }

  private static String tag(String text) {
    return PropertyText.tag(Optional.of(json(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "{\"a\":100} | {\"a\":100.0}",
        "{\"a\":1e2} | {\"a\":100}",
        "[99.90] | [99.9]"
      })
  void whatHoldsTheSameHasTheSameTagHoweverItIsWritten(String one, String other) {
    assertThat(tag(one)).isEqualTo(tag(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"a\":1} | {\"a\":2}",
        "{\"a\":1} | {\"a\":\"1\"}",
        "[1,2] | [2,1]",
        "[[1],2] | [[1,2]]",
        "{\"a\":null} | {}",
        "\"\" | null"
      })
  void whatDiffersHasAnotherTag(String one, String other) {
    assertThat(tag(one)).isNotEqualTo(tag(other));
  }

  @Test
  void nothingHasATagOfItsOwn() {
    assertThat(PropertyText.tag(Optional.empty())).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999", "-1e999999", "123456789012345678901234567890", "1e-999999"})
  void anUnbelievableNumberHasATagToo(String number) {
    assertThat(tag("[" + number + "]")).isNotEqualTo("0");
  }

  @Test
  void whatIsNoJsonOrNestedTooDeepIsNotRead() {
    assertThat(PropertyText.parse("{".getBytes(UTF_8))).isEmpty();
    assertThat(PropertyText.parse(new byte[0])).isEmpty();
    assertThat(PropertyText.parse("{} {}".getBytes(UTF_8))).isEmpty();
    assertThat(PropertyText.parse("[".repeat(5_000).getBytes(UTF_8))).isEmpty();
  }
}
