package tandem.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.DecisionStatus;

/** Whoever may edit an issue may write its properties. */
class UntrustedPropertiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "\"v\"",
        "[]",
        "{}",
        "{\"v\":2,\"impact\":3}",
        "{\"v\":\"1\",\"impact\":\"3\",\"list\":[{}]}",
        "{\"v\":1,\"impact\":0,\"effort\":6,\"sloLeft\":101,\"feasibility\":\"maybe\"}",
        "{\"v\":1,\"impact\":3.5,\"effort\":[1],\"sloLeft\":\"12\",\"criteria\":7}",
        "{\"v\":1,\"impact\":99999999999999999999,\"criteria\":{\"changed\":-1}}",
        "{\"v\":1,\"list\":{\"id\":\"a\"},\"more\":-3}",
        "{\"v\":1,\"list\":[null,7,{\"id\":\"../x\"},{\"id\":\"\"}]}"
      })
  void nonsenseIsAsGoodAsNothing(String text) {
    assertThat(IssueSummary.read(json(text))).isEqualTo(IssueSummary.EMPTY);
    assertThat(DecisionDigest.read(json(text))).isEqualTo(DecisionDigest.EMPTY);
  }

  @Test
  void whatIsReadableOfASummaryIsKeptAndWhatIsTooLongIsCut() {
    IssueSummary summary =
        IssueSummary.read(
            json(
                """
                {"v":1,"criteria":{"changed":1,"removed":"2","agreed":"yes","changedOn":"soon"},
                 "feasibility":"no","checkIn":{"because":"%s","by":7,"on":"2026-11-20"},
                 "sloLeft":3,"sloName":["x"]}
                """
                    .formatted("b".repeat(30_000))));
    assertThat(summary.criteria())
        .isEqualTo(new IssueSummary.Criteria(1, 0, false, Optional.empty()));
    IssueSummary.CheckIn checkIn = summary.checkIn().orElseThrow();
    assertThat(checkIn.because()).hasSize(300);
    assertThat(checkIn.by()).isEmpty();
    assertThat(checkIn.on()).contains(LocalDate.of(2026, 11, 20));
    assertThat(summary.slo()).contains(new IssueSummary.Slo("", 3));
  }

  @Test
  void whatIsReadableOfADecisionIsKept() {
    DecisionDigest digest =
        DecisionDigest.read(
            json(
                """
                {"v":1,"more":2,"list":[{"id":"use-x","title":"%s","status":"done","space":"solution",
                 "by":["Ada",7,""],"on":"2026-02-30","reviewOn":"2026-11-19","dissent":1,
                 "excerpt":"%s"}]}
                """
                    .formatted("x".repeat(5_000), "y".repeat(5_000))));
    assertThat(digest.more()).isEqualTo(2);
    DecisionDigest.Entry entry = digest.entries().getFirst();
    assertThat(entry.title()).hasSize(1_000);
    assertThat(entry.status()).isEmpty();
    assertThat(entry.by()).containsExactly("Ada");
    assertThat(entry.on()).isEmpty();
    assertThat(entry.supersedes()).isEmpty();
    assertThat(entry.excerpt()).hasSize(200);
    assertThat(entry.isOverdue(LocalDate.of(2026, 11, 20))).isTrue();
    assertThat(entry.isOverdue(LocalDate.of(2026, 11, 19))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "superseded"})
  void whatDoesNotStandAnyMoreIsNotOverdue(String status) {
    DecisionDigest digest =
        DecisionDigest.read(
            json(
                "{\"v\":1,\"list\":[{\"id\":\"a\",\"status\":\"%s\",\"reviewOn\":\"2020-01-01\"}]}"
                    .formatted(status)));
    DecisionDigest.Entry entry = digest.entries().getFirst();
    assertThat(entry.status().map(DecisionStatus::word)).hasValue(status);
    assertThat(entry.isOverdue(LocalDate.of(2026, 11, 20))).isFalse();
  }

  @Test
  void sprintsAreReadInEitherNotationOfTimeAndThoseToComeAreNot() {
    List<Sprint> sprints =
        Sprint.read(
            json(
                """
                [{"id":1,"name":"One","state":"closed","startDate":"2016-06-06T21:30:53.537+10:00",
                  "endDate":"2016-06-20T21:30:00.000+10:00","completeDate":"2016-06-19T21:30:57.523Z"},
                 {"id":2,"name":"Two","state":"future"},
                 {"id":3,"state":"active","startDate":"2026-11-20T07:55:12.345+0000",
                  "endDate":"2026-11-01T00:00:00.000Z"},
                 "com.atlassian.greenhopper.service.sprint.Sprint@1bf75fd[id=1]"]
                """));
    assertThat(sprints).extracting(Sprint::id).containsExactly(1L, 3L);
    assertThat(sprints.getFirst().end()).isEqualTo("2016-06-19T21:30:57.523Z");
    assertThat(sprints.getLast().end()).isEqualTo(sprints.getLast().start());
  }

  @Test
  void aSitesFieldsAreFoundByWhatTheyAre() {
    ProjectFields fields =
        ProjectFields.read(
            json(
                """
                [{"id":"summary","schema":{"type":"string","system":"summary"}},
                 {"id":"customfield_1","name":"Story Points",
                  "schema":{"custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}},
                 {"id":"customfield_2","name":"Budget",
                  "schema":{"custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}},
                 {"id":"customfield_3","name":"Story point estimate",
                  "schema":{"custom":"com.pyxis.greenhopper.jira:jsw-story-points"}},
                 {"id":"customfield_4","name":"Sprint",
                  "schema":{"custom":"com.pyxis.greenhopper.jira:gh-sprint"}}]
                """));
    assertThat(fields.estimates()).containsExactly("customfield_3", "customfield_1");
    assertThat(fields.sprints()).containsExactly("customfield_4");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
