package tandem.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.app.project.ProjectIssue;

class CsvLogTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =cmd|' /C calc'!A0",
        "\t=1",
        "\r=1",
        "\n=1",
        "|x",
        "%0A=1",
        "\uFF1D1+1",
        "\u00A0\t=1"
      })
  void whatASpreadsheetWouldRunIsText(String cell) {
    assertThat(CsvLog.cell(cell)).startsWith("\"'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Use PostgreSQL", "1,5 and more", "a = b", "x-y", "'quoted'"})
  void otherTextStaysAsItIs(String cell) {
    assertThat(CsvLog.cell(cell)).isEqualTo('"' + cell + '"');
  }

  @Test
  void quotesAndLinesStayInTheirCell() {
    assertThat(CsvLog.cell("say \"no\",\r\nplease")).isEqualTo("\"say \"\"no\"\",\r\nplease\"");
  }

  @Test
  void aRowHoldsWhatTheLogShows() {
    LoggedDecision decision =
        new LoggedDecision(
            new ProjectIssue.Name("10012", "SHOP-12", "Pay, by card"),
            "use-x",
            "=Use X",
            "accepted",
            null,
            List.of("Ada", "Bo"),
            LocalDate.of(2026, 11, 1),
            null,
            false,
            2,
            "",
            "use-y",
            "Because it is there");
    assertThat(CsvLog.of(new DecisionLogAnswer(false, List.of(decision), true, null)))
        .startsWith("\uFEFF\"Issue\",\"Summary\",")
        .endsWith(
            "\r\n\"SHOP-12\",\"Pay, by card\",\"use-x\",\"'=Use X\",\"accepted\",\"\",\"Ada, Bo\","
                + "\"2026-11-01\",\"\",\"no\",\"2\",\"\",\"use-y\"\r\n");
  }

  @Test
  void theLastRowSaysWhatIsLeftOut() {
    String why = "7 decisions of issues that have very many are only shown on their issues.";
    assertThat(CsvLog.of(new DecisionLogAnswer(false, List.of(), false, why)))
        .endsWith("\r\n\"Not complete\",\"" + why + "\"" + ",\"\"".repeat(11) + "\r\n");
  }
}
