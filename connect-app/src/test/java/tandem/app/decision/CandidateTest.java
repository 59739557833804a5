package tandem.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.decision.ImportRequest.Source;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionStatus;

class CandidateTest {
  private static final String RECORD =
      "# Use PostgreSQL\n\n## Status\n\nAccepted\n\n## Context\n\nIt is slow.\n";

  @ParameterizedTest
  @CsvSource({
    "0001-use-postgresql.md, use-postgresql",
    "adr_12 Use Kafka.MD, adr-12-use-kafka",
    "0038-mongo_replacement_by_documentdb.md, mongo-replacement-by-documentdb",
    "Für Größe.markdown, fur-gro-e",
    "0001-.md, decision",
    "決定.md, decision"
  })
  void anIdComesFromTheFilesName(String file, String id) {
    assertThat(only(file, RECORD).decision().id().value()).isEqualTo(id);
  }

  @Test
  void aRecordIsReadAndWouldBeWritten() {
    Candidate it = only("0001-use-postgresql.md", RECORD);
    assertThat(it.problem()).isEmpty();
    assertThat(it.decision().title().written()).isEqualTo("Use PostgreSQL");
    assertThat(it.decision().status()).hasValue(DecisionStatus.ACCEPTED);
  }

  @Test
  void twoFilesOfOneNameAreTwoDecisions() {
    List<Candidate> both =
        Candidate.of(
            List.of(new Source("a.md", RECORD), new Source("A.md", "# Other\n")), Map.of());
    assertThat(both).extracting(it -> it.decision().id().value()).containsExactly("a", "a-2");
  }

  @Test
  void aFileWithoutATitleIsNamedAfterItself() {
    Candidate it = only("0001-notes.md", "Just words.\n");
    assertThat(it.decision().title().written()).isEqualTo("0001-notes.md");
    assertThat(it.lost()).contains("no title");
    assertThat(it.problem()).isEmpty();
  }

  @Test
  void whatIsThereAlreadyIsNotOverwritten() {
    Candidate first = only("use-x.md", RECORD);
    DecisionJson.Reading same = DecisionJson.read(new DecisionId("use-x"), first.json());
    assertThat(problemWith("use-x.md", RECORD, same))
        .isEqualTo("The issue has this decision already.");
    assertThat(problemWith("use-x.md", RECORD + "More.\n", same)).contains("not overwritten");
    assertThat(problemWith("use-x.md", RECORD, new DecisionJson.Refused("why")))
        .contains("unreadable", "not overwritten");
  }

  @Test
  void aRecordThatIsTooLongForJiraSaysByHowMuch() {
    String problem = only("a.md", RECORD + "x".repeat(40_000)).problem().orElseThrow();
    assertThat(problem).contains("characters too long");
  }

  private static Candidate only(String file, String text) {
    return Candidate.of(List.of(new Source(file, text)), Map.of()).getFirst();
  }

  private static String problemWith(String file, String text, DecisionJson.Reading there) {
    return Candidate.of(List.of(new Source(file, text)), Map.of("use-x", there))
        .getFirst()
        .problem()
        .orElseThrow();
  }
}
