package tandem.app.panel.impact;

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
import tandem.app.panel.impact.Impact.Feasibility;

class ImpactTest {
  private static final ImpactKind KIND = new ImpactKind();

  @Test
  void whatIsMissingIsEmptyAndWhatIsWrittenIsReadAgainAsItIs() {
    assertThat(read(KIND, "{'v':1}")).isEqualTo(KIND.empty());
    Impact full =
        read(
            KIND,
            "{'v':1,'problem':'Slow','metric':{'name':'p95','due':'2026-12-31'},"
                + "'rating':{'impact':4,'effort':2},"
                + "'slo':{'name':'Checkout','objective':99.9,'left':-12.5},"
                + "'feasibility':{'answer':'unsure','because':'New','by':'ann'},"
                + "'roles':{'responsible':['ann','bo','ann'],'accountable':'bo'}}");
    assertThat(read(KIND, PropertyText.tree(full).toString())).isEqualTo(full);
    assertThat(full.roles().responsible()).containsExactly("ann", "bo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "{'v':1,'rating':{'impact':6}}; \"rating.impact\" is not a number from 1 to 5",
        "{'v':1,'rating':{'impact':0}}; \"rating.impact\"",
        "{'v':1,'rating':{'effort':2.5}}; not a whole number",
        "{'v':1,'rating':{'effort':'2'}}; \"rating.effort\"",
        "{'v':1,'rating':[]}; \"rating\" is not an object",
        "{'v':1,'metric':{'due':'soon'}}; not a date",
        "{'v':1,'metric':{'due':'2026-02-30'}}; not a date",
        "{'v':1,'slo':{'objective':101}}; from 0 to 100",
        "{'v':1,'slo':{'left':-1001}}; from -1,000 to 100",
        "{'v':1,'slo':{'left':1e999}}; \"slo.left\"",
        "{'v':1,'feasibility':{}}; \"feasibility.answer\" is missing",
        "{'v':1,'feasibility':{'answer':'maybe'}}; none of fine, unsure, no",
        "{'v':1,'roles':{'consulted':'ann'}}; \"roles.consulted\" is not a list",
        "{'v':1,'roles':{'consulted':[7]}}; \"roles.consulted[0]\""
      })
  void whatIsNotOursIsRefusedInWords(String text, String why) {
    assertThat(refused(KIND, text)).contains(why);
  }

  @Test
  void anAnswerIsWhoseWhoGaveItUntilSomebodyChangesIt() {
    Impact unsure = read(KIND, "{'v':1,'feasibility':{'answer':'unsure','by':'somebody'}}");
    Impact first = KIND.stamped(KIND.empty(), unsure, before("ann"));
    assertThat(first.feasibility()).isEqualTo(new Feasibility("unsure", "", "ann", MONDAY));

    assertThat(KIND.stamped(first, first, after("bo")).feasibility())
        .isEqualTo(first.feasibility());
    assertThat(KIND.stamped(first, unsure, after("bo")).feasibility())
        .as("it still holds")
        .isEqualTo(new Feasibility("unsure", "", "bo", TUESDAY));
    Impact no = read(KIND, "{'v':1,'feasibility':{'answer':'no','because':'Law'}}");
    assertThat(KIND.stamped(first, no, after("bo")).feasibility())
        .isEqualTo(new Feasibility("no", "Law", "bo", TUESDAY));
    assertThat(KIND.stamped(first, KIND.empty(), after("bo")).feasibility()).isNull();
  }
}
