package tandem.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tandem.app.decision.DecisionFiles.Kept;
import tandem.app.decision.ImportRequest.Source;
import tandem.app.fixture.DecisionFolder;
import tandem.sync.document.DecisionMarkdown;

/** Decision records as people wrote them, in the documented folder beside the repository. */
class RealRecordsTest {
  @Test
  void everyOneCanBeImported() {
    List<Candidate> candidates = Candidate.of(sources(), Map.of());
    assertThat(candidates)
        .isNotEmpty()
        .allSatisfy(it -> {
          assertThat(it.problem()).as(it.file()).isEmpty();
          assertThat(it.decision().title().isSilent()).as(it.file()).isFalse();
        });
    assertThat(candidates).extracting(it -> it.decision().id()).doesNotHaveDuplicates();
  }

  @Test
  void everyOneIsExportedAsADocumentThatReadsTheSame() {
    for (Candidate it : Candidate.of(sources(), Map.of())) {
      Map<String, String> files =
          DecisionFiles.of(List.of(new Kept("1", it.decision())), List.of());
      String text = files.values().iterator().next();
      assertThat(DecisionMarkdown.read(it.decision().id(), text).decision().says(it.decision()))
          .as(it.file())
          .isTrue();
    }
  }

  private static List<Source> sources() {
    return DecisionFolder.all().stream().map(it -> new Source(it.name(), it.text())).toList();
  }
}
