package tandem.app.panel.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.MONDAY;
import static tandem.app.panel.Documents.TUESDAY;
import static tandem.app.panel.Documents.after;
import static tandem.app.panel.Documents.before;
import static tandem.app.panel.Documents.read;
import static tandem.app.panel.Documents.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.tradeoff.Tradeoff.Chosen;
import tandem.app.panel.tradeoff.Tradeoff.Risk;

class TradeoffTest {
  private static final TradeoffKind KIND = new TradeoffKind();
  private static final String FULL =
      "{'v':1,'skip':{'capability':'Invoices','severity':'high'},"
          + "'options':[{'id':'o1','title':'Buy'},{'id':'o2','title':'Build'}],"
          + "'chosen':{'option':'o1','because':'Sooner'},"
          + "'risks':[{'id':'r1','kind':'timeline','text':'Late'}]}";

  @Test
  void whatIsMissingIsEmptyAndWhatIsWrittenIsReadAgainAsItIs() {
    assertThat(read(KIND, "{'v':1}")).isEqualTo(KIND.empty());
    Tradeoff full = KIND.stamped(KIND.empty(), read(KIND, FULL), before("ann"));
    assertThat(read(KIND, PropertyText.tree(full).toString())).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "{'v':1,'skip':{'severity':'awful'}}; none of low, medium, high, critical",
        "{'v':1,'options':[{'title':'x'}]}; \"options[0].id\"",
        "{'v':1,'options':[{'id':'a'},{'id':'a'}]}; same id twice",
        "{'v':1,'options':{'id':'a'}}; not a list",
        "{'v':1,'chosen':{}}; \"chosen.option\"",
        "{'v':1,'risks':[{'id':'r'}]}; \"kind\" is missing",
        "{'v':1,'risks':[{'id':'r','kind':'weather'}]}; none of architecture"
      })
  void whatIsNotOursIsRefusedInWords(String text, String why) {
    assertThat(refused(KIND, text)).contains(why);
  }

  @Test
  void aChoiceIsWhoseWhoMadeItAndARiskWhoseWhoRaisedIt() {
    Tradeoff first = KIND.stamped(KIND.empty(), read(KIND, FULL), before("ann"));
    assertThat(first.chosen()).isEqualTo(new Chosen("o1", "Sooner", null, "ann", MONDAY));

    Tradeoff wanted =
        read(
            KIND,
            FULL.replace("'Sooner'", "'Sooner','decision':'buy-it'")
                .replace("'text':'Late'", "'text':'Late','settled':true"));
    Tradeoff settled = KIND.stamped(first, wanted, after("bo"));
    assertThat(settled.chosen()).isEqualTo(new Chosen("o1", "Sooner", "buy-it", "ann", MONDAY));
    assertThat(settled.risks())
        .containsExactly(new Risk("r1", "timeline", "Late", true, "ann", MONDAY));

    Tradeoff other = KIND.stamped(first, read(KIND, FULL.replace("Sooner", "Cheap")), after("bo"));
    assertThat(other.chosen()).isEqualTo(new Chosen("o1", "Cheap", null, "bo", TUESDAY));
  }

  @Test
  void aChosenOptionThatIsNotThereAnyMoreIsNoReasonToRefuse() {
    assertThat(read(KIND, "{'v':1,'chosen':{'option':'gone'}}").chosen()).isNotNull();
  }
}
