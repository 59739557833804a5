package tandem.app.panel.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.MONDAY;
import static tandem.app.panel.Documents.TUESDAY;
import static tandem.app.panel.Documents.after;
import static tandem.app.panel.Documents.before;
import static tandem.app.panel.Documents.read;
import static tandem.app.panel.Documents.refused;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.panel.acceptance.Acceptance.Agreement;
import tandem.app.panel.acceptance.Acceptance.Changed;
import tandem.app.panel.acceptance.Acceptance.Criterion;
import tandem.app.panel.acceptance.Acceptance.Removed;
import tandem.app.panel.document.PropertyText;

class AcceptanceTest {
  private static final AcceptanceKind KIND = new AcceptanceKind();
  private static final Acceptance TWO =
      criteria("{'id':'a','text':'Pays'},{'id':'b','text':'Fast','type':'technical'}");

  private static Acceptance criteria(String list) {
    return read(KIND, "{'v':1,'criteria':[" + list + "]}");
  }

  private static Criterion only(Acceptance acceptance) {
    assertThat(acceptance.criteria()).hasSize(1);
    return acceptance.criteria().getFirst();
  }

  @Test
  void whatIsMissingIsEmptyAndWhatIsWrittenIsReadAgainAsItIs() {
    assertThat(read(KIND, "{'v':1}")).isEqualTo(KIND.empty());
    Acceptance stamped = KIND.stamped(TWO, criteria("{'id':'a','text':'Buys'}"), after("ann"));
    assertThat(read(KIND, PropertyText.tree(stamped).toString())).isEqualTo(stamped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "[1]; not a JSON object",
        "{}; does not say its version",
        "{'v':'1'}; does not say its version",
        "{'v':2}; another version",
        "{'v':1e99}; version",
        "{'v':1,'criteria':{}}; \"criteria\" is not a list",
        "{'v':1,'criteria':['x']}; \"criteria[0]\" is not an object",
        "{'v':1,'criteria':[{'id':'a','text':''}]}; \"criteria[0].text\" is empty",
        "{'v':1,'criteria':[{'id':'a','text':5}]}; \"criteria[0].text\" is not a text",
        "{'v':1,'criteria':[{'id':'a b','text':'x'}]}; \"criteria[0].id\" is not 1 to 40",
        "{'v':1,'criteria':[{'id':'a','text':'x'},{'id':'a','text':'y'}]}; same id twice",
        "{'v':1,'criteria':[{'id':'a','text':'x','type':'legal'}]}; none of technical, ux,"
            + " business",
        "{'v':1,'criteria':[{'id':'a','text':'x','met':'yes'}]}; neither true nor false",
        "{'v':1,'story':'As a'}; \"story\" is not an object",
        "{'v':1,'criteriaChangedAt':'yesterday'}; not a time",
        "{'v':1,'agreed':{'product':true}}; \"agreed.product\" is not an object"
      })
  void whatIsNotOursIsRefusedInWords(String text, String why) {
    assertThat(refused(KIND, text)).contains(why);
  }

  @Test
  void whatIsTooLongOrTooManyIsRefused() {
    assertThat(refused(KIND, "{'v':1,'criteria':[{'id':'a','text':'" + "x".repeat(1_001) + "'}]}"))
        .contains("longer than 1,000 characters");
    assertThat(refused(KIND, "{'v':1,'story':{'asA':'" + "x".repeat(501) + "'}}"))
        .contains("\"story.asA\" is longer than 500");
    String many =
        IntStream.rangeClosed(0, 500)
            .mapToObj(i -> "{'id':'c" + i + "','text':'x'}")
            .collect(Collectors.joining(","));
    assertThat(refused(KIND, "{'v':1,'criteria':[" + many + "]}")).contains("more than 500");
  }

  @Test
  void beforeWorkBeginsNothingIsMarked() {
    Acceptance saved = KIND.stamped(TWO, criteria("{'id':'a','text':'Buys'}"), before("ann"));
    assertThat(only(saved).changed()).isNull();
    assertThat(saved.removed()).isEmpty();
    assertThat(saved.criteriaChangedAt()).isEqualTo(MONDAY);
  }

  @Test
  void afterWorkBeganAChangedTextIsMarkedWithWhatItWas() {
    Acceptance saved = KIND.stamped(TWO, criteria("{'id':'a','text':'Buys'}"), after("ann"));
    assertThat(only(saved).changed()).isEqualTo(new Changed(TUESDAY, "ann", "Pays"));
    assertThat(saved.removed()).containsExactly(new Removed("Fast", TUESDAY, "ann"));
  }

  @Test
  void anotherTypeIsAChangeToo() {
    Acceptance one = criteria("{'id':'a','text':'Pays','type':'ux'}");
    Acceptance saved =
        KIND.stamped(one, criteria("{'id':'a','text':'Pays','type':'business'}"), after("ann"));
    assertThat(only(saved).changed()).isEqualTo(new Changed(TUESDAY, "ann", "Pays"));
  }

  @Test
  void theFirstTextStaysTheOneThatItIsMeasuredBy() {
    Acceptance one = criteria("{'id':'a','text':'Pays'}");
    Acceptance second = KIND.stamped(one, criteria("{'id':'a','text':'Buys'}"), after("ann"));
    Acceptance third = KIND.stamped(second, criteria("{'id':'a','text':'Rents'}"), after("bo"));
    assertThat(only(third).changed()).isEqualTo(new Changed(TUESDAY, "bo", "Pays"));
  }

  @Test
  void takingAChangeBackTakesItsMarkAway() {
    Acceptance changed =
        KIND.stamped(
            TWO, criteria("{'id':'a','text':'Buys'},{'id':'c','text':'Pretty'}"), after("ann"));
    assertThat(changed.criteria().getLast().changed())
        .as("added")
        .isEqualTo(new Changed(TUESDAY, "ann", null));

    Acceptance back = KIND.stamped(changed, TWO, after("ann"));
    assertThat(back.criteria()).isEqualTo(TWO.criteria());
    assertThat(back.removed()).isEmpty();
  }

  @Test
  void neitherOrderNorWhatIsMetCountsAsAChange() {
    Acceptance turned =
        criteria("{'id':'b','text':'Fast','type':'technical','met':true},{'id':'a','text':'Pays'}");
    Acceptance saved = KIND.stamped(TWO, turned, after("ann"));
    assertThat(saved.criteria()).isEqualTo(turned.criteria());
    assertThat(saved.criteriaChangedAt()).isNull();
  }

  @Test
  void theSendersOwnMarksAreNotBelieved() {
    Acceptance forged =
        read(
            KIND,
            "{'v':1,'criteria':[{'id':'a','text':'Buys','changed':{'by':'bo','was':'Nothing'}}],"
                + "'removed':[{'text':'Never there','by':'bo'}],"
                + "'criteriaChangedAt':'2020-01-01T00:00:00Z',"
                + "'agreed':{'product':{'by':'bo','at':'2020-01-01T00:00:00Z'}}}");
    Acceptance saved = KIND.stamped(TWO, forged, after("ann"));
    assertThat(only(saved).changed()).isEqualTo(new Changed(TUESDAY, "ann", "Pays"));
    assertThat(saved.removed()).extracting(Removed::text).containsExactly("Fast");
    assertThat(saved.criteriaChangedAt()).isEqualTo(TUESDAY);
    assertThat(saved.agreed().product()).isEqualTo(new Agreement("ann", TUESDAY));
  }

  @Test
  void whoAgreedStaysWhoeverSavesNextAndMayBeTakenBack() {
    Acceptance wanted = read(KIND, "{'v':1,'agreed':{'design':{}}}");
    Acceptance agreed = KIND.stamped(KIND.empty(), wanted, before("ann"));
    assertThat(KIND.stamped(agreed, agreed, after("bo")).agreed().design())
        .isEqualTo(new Agreement("ann", MONDAY));
    assertThat(KIND.stamped(agreed, wanted, after("bo")).agreed().design())
        .as("agreed again")
        .isEqualTo(new Agreement("bo", TUESDAY));
    assertThat(KIND.stamped(agreed, KIND.empty(), after("bo")).agreed().design()).isNull();
  }

  @Test
  void ofWhatWasRemovedTheNewestTwentyAreKept() {
    Acceptance now = KIND.empty();
    for (int i = 0; i < 25; i++) {
      Acceptance one = criteria("{'id':'c%d','text':'Text %d'}".formatted(i, i));
      now = KIND.stamped(KIND.stamped(now, one, before("ann")), KIND.empty(), after("ann"));
    }
    assertThat(now.removed()).hasSize(20);
    assertThat(now.removed().getFirst().text()).isEqualTo("Text 24");
  }
}
