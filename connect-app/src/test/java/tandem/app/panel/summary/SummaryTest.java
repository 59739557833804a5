package tandem.app.panel.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.app.panel.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.panel.document.PropertyText;

class SummaryTest {
  private static JsonNode summary(Map<String, JsonNode> properties) {
    return Summary.of(Documents.of(properties), Optional.empty());
  }

  private static JsonNode digest(Map<String, JsonNode> properties) {
    return Digest.of(Documents.of(properties).decisions());
  }

  @Test
  void ofNothingNothingIsSaid() {
    assertThat(summary(Map.of())).isEqualTo(json("{'v':1}"));
  }

  @Test
  void itCountsWhatJqlAsksFor() {
    JsonNode all =
        Summary.of(
            Documents.of(
                Map.of(
                    "tandem.acceptance",
                    json(
                        "{'v':1,'criteria':[{'id':'a','text':'x','met':true,'type':'ux'},"
                            + "{'id':'b','text':'y','changed':{'was':'z'}},"
                            + "{'id':'c','text':'y'}]}"),
                    "tandem.impact",
                    json(
                        "{'v':1,'rating':{'impact':4,'effort':2},'slo':{'name':'Checkout','left':12.5},'feasibility':{'answer':'unsure','because':'no"
                            + " such API','by':'ada','at':'2026-11-11T23:00:00Z'}}"),
                    "tandem.tradeoff",
                    json(
                        "{'v':1,'risks':[{'id':'a','kind':'timeline'},"
                            + "{'id':'b','kind':'timeline','settled':true}]}"),
                    "tandem.decision.one",
                    json(
                        "{'v':1,'title':'One','facts':{'status':'accepted','reviewOn':'2027-01-01'},'sections':[{'topic':'dissent','body':['*"
                            + " Bo: because\\n']}]}"),
                    "tandem.decision.two",
                    json(
                        "{'v':1,'title':'Two','facts':{'status':'proposed','reviewOn':'2026-12-01'}}"),
                    "tandem.decision.old",
                    json(
                        "{'v':1,'title':'Old','facts':{'status':'superseded','reviewOn':'2020-01-01'}}"),
                    "tandem.decision.bad",
                    json("{'v':9}"))),
            Optional.of("features"));
    assertThat(
            PropertyText.same(
                all,
                json(
                    "{'v':1,'criteria':{'total':3,'open':2,'untyped':2,'changed':1,'removed':0,"
                        + "'agreed':false},"
                        + "'impact':4,'effort':2,'lead':2,'quadrant':'quick-win',"
                        + "'feasibility':'unsure','checkIn':{'because':'no such API','by':'ada',"
                        + "'on':'2026-11-11'},'sloLeft':12.5,'sloName':'Checkout','risks':1,"
                        + "'decisions':{'total':3,'open':1,'dissent':1},'reviewOn':'2026-12-01',"
                        + "'budget':'features'}")))
        .as(all.toString())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3,2,quick-win", "3,3,big-bet", "2,2,fill-in", "2,3,time-sink"})
  void threeAndMoreIsHigh(int impact, int effort, String quadrant) {
    JsonNode rated = json("{'v':1,'rating':{'impact':%d,'effort':%d}}".formatted(impact, effort));
    assertThat(summary(Map.of("tandem.impact", rated)).path("quadrant").asText())
        .isEqualTo(quadrant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T09:00:00Z, true",
    "2026-11-10T08:59:59Z, false",
    "2026-11-11T00:00:00Z, true"
  })
  void aDriftOfCriteriaIsSettledOnceAllThreeHaveAgreedSince(String designAt, boolean agreed) {
    JsonNode criteria =
        summary(
                Map.of(
                    "tandem.acceptance",
                    json(
                        """
                        {'v':1,'criteria':[{'id':'a','text':'x'}],
                         'removed':[{'text':'y','by':'bo','at':'2026-11-10T09:00:00Z'}],
                         'criteriaChangedAt':'2026-11-10T09:00:00Z',
                         'agreed':{'product':{'by':'ada','at':'2026-11-10T09:00:00Z'},
                          'engineering':{'by':'bo','at':'2026-11-12T09:00:00Z'},
                          'design':{'by':'cy','at':'%s'}}}\
                        """
                            .formatted(designAt))))
            .path("criteria");
    assertThat(criteria.path("removed").asInt()).isEqualTo(1);
    assertThat(criteria.path("changedOn").asText()).isEqualTo("2026-11-10");
    assertThat(criteria.path("agreed").asBoolean()).isEqualTo(agreed);
  }

  @Test
  void aDriftIsNotSettledWhereOneOfTheThreeNeverAgreed() {
    JsonNode two =
        json(
            """
            {'v':1,'removed':[{'text':'y','by':'bo','at':'2026-11-10T09:00:00Z'}],
             'agreed':{'product':{'by':'ada','at':'2026-11-12T09:00:00Z'},
              'engineering':{'by':'bo','at':'2026-11-12T09:00:00Z'}}}\
            """);
    JsonNode criteria = summary(Map.of("tandem.acceptance", two)).path("criteria");
    assertThat(criteria.path("agreed").asBoolean(true)).isFalse();
  }

  @Test
  void reasonsAreCutSoThatTheSummaryStaysSmall() {
    JsonNode impact =
        json(
            "{'v':1,'slo':{'name':'%s','left':1},'feasibility':{'answer':'no','because':'%s'}}"
                .formatted("n".repeat(2_000), "b".repeat(2_000)));
    JsonNode summary = summary(Map.of("tandem.impact", impact));
    assertThat(summary.path("sloName").asText()).hasSize(200);
    assertThat(summary.at("/checkIn/because").asText()).hasSize(300).endsWith("b…");
    assertThat(summary.toString().length()).isLessThan(1_500);
  }

  @Test
  void anUnreadableDocumentSaysNothing() {
    assertThat(
            summary(
                Map.of(
                    "tandem.acceptance", json("[]"),
                    "tandem.impact", json("{'v':3}"),
                    "tandem.tradeoff", json("'text'"))))
        .isEqualTo(json("{'v':1}"));
  }

  @Test
  void theDigestFitsIntoAPropertyHoweverManyDecisionsThereAre() {
    Map<String, JsonNode> many = new TreeMap<>();
    IntStream.range(0, 200)
        .forEach(i ->
            many.put(
                "tandem.decision.d-" + i,
                json(
                    "{'v':1,'title':'%s','facts':{'decidedBy':'Ada, Bo'}}"
                        .formatted("\uD83D\uDE00".repeat(5_000)))));
    JsonNode digest = digest(many);
    assertThat(digest.toString().length()).isLessThanOrEqualTo(PropertyText.LONGEST);
    assertThat(digest.path("list")).hasSizeGreaterThan(50);
    assertThat(digest.path("list").size() + digest.path("more").asInt()).isEqualTo(200);
    assertThat(digest.at("/list/0/title").asText().length()).isEqualTo(200);
  }

  @Test
  void theBeginningOfTheTextsIsTold() {
    JsonNode digest =
        digest(
            Map.of(
                "tandem.decision.one",
                json(
                    "{'v':1,'title':'One','sections':[{'topic':'decision','body':['Use a"
                        + " queue.\\n']},"
                        + "{'topic':'context','body':['%s']}]}"
                            .formatted("Orders get lost. ".repeat(50)))));
    assertThat(digest.at("/list/0/excerpt").asText())
        .startsWith("Use a queue. Orders get lost.")
        .endsWith("…")
        .hasSizeLessThanOrEqualTo(160);
  }

  @Test
  void theTextsGiveWayWhereThereIsRoomForAllDecisionsButNotForTheirTexts() {
    Map<String, JsonNode> many = new TreeMap<>();
    IntStream.range(0, 180)
        .forEach(i ->
            many.put(
                "tandem.decision.d-" + i,
                json(
                    "{'v':1,'title':'One','sections':[{'topic':'context','body':['%s']}]}"
                        .formatted("word ".repeat(100)))));
    JsonNode digest = digest(many);
    assertThat(digest.toString().length()).isLessThanOrEqualTo(PropertyText.LONGEST);
    assertThat(digest.path("list")).hasSize(180);
    assertThat(digest.at("/list/0/excerpt").isMissingNode()).isFalse();
    assertThat(digest.at("/list/179/excerpt").isMissingNode()).isTrue();
  }

  @Test
  void anEditOfATextSaysNothingNewToTheDigestThatIsWorthACall() {
    JsonNode digest = digest(one("One", "x"));
    assertThat(isTold(digest, one("One", "y"))).isTrue();
    assertThat(isTold(digest, one("Two", "x"))).isFalse();
    assertThat(isTold(digest(one("One", "")), one("One", "A first word"))).isTrue();
  }

  private static Map<String, JsonNode> one(String title, String context) {
    return Map.of(
        "tandem.decision.one",
        json(
            "{'v':1,'title':'%s','sections':[{'topic':'context','body':['%s']}]}"
                .formatted(title, context)));
  }

  private static boolean isTold(JsonNode digest, Map<String, JsonNode> properties) {
    return Digest.tells(digest, Documents.of(properties).decisions().getFirst());
  }
}
