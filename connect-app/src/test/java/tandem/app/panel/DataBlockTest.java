package tandem.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataBlockTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String inside(String block) {
    return block.substring(block.indexOf('>') + 1, block.lastIndexOf("</script>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "</SCRIPT foo>",
        "<!--<script>",
        "-->",
        "]]>",
        "&lt;/script&gt;",
        "\u2028\u2029"
      })
  void noValueEndsTheElementOrBeginsAnother(String hostile) throws Exception {
    String inside = inside(DataBlock.of(JSON.writeValueAsString(hostile)));
    assertThat(inside).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(JSON.readValue(inside, String.class)).isEqualTo(hostile);
  }

  @Test
  void noBrowserRunsIt() {
    assertThat(DataBlock.of("{}"))
        .startsWith("<script type=\"application/json\" id=\"" + DataBlock.ID + "\">");
  }
}
