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
                        "{'v':1,'rating':{'impact':4,'effort':2},'slo':{'left':12.5},"
                            + "'feasibility':{'answer':'unsure'}}"),
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
                    "{'v':1,'criteria':{'total':3,'open':2,'untyped':2,'changed':1},"
                        + "'impact':4,'effort':2,'lead':2,'quadrant':'quick-win',"
                        + "'feasibility':'unsure','sloLeft':12.5,'risks':1,"
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
  void anEditOfATextSaysNothingNewToTheDigest() {
    String decision = "{'v':1,'title':'One','sections':[{'topic':'context','body':['%s']}]}";
    Map<String, JsonNode> before = Map.of("tandem.decision.one", json(decision.formatted("x")));
    Map<String, JsonNode> after = Map.of("tandem.decision.one", json(decision.formatted("y")));
    Map<String, JsonNode> renamed =
        Map.of("tandem.decision.one", json(decision.formatted("x").replace("One", "Two")));
    JsonNode digest = digest(before);
    assertThat(Digest.tells(digest, Documents.of(after).decisions().getFirst())).isTrue();
    assertThat(Digest.tells(digest, Documents.of(renamed).decisions().getFirst())).isFalse();
  }
}
