package tandem.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tandem.app.decision.DecisionFiles.Kept;
import tandem.app.decision.ImportRequest.Source;
import tandem.sync.document.DecisionMarkdown;

/** Decision records as people wrote them, in the documented folder beside the repository. */
class RealRecordsTest {
  /** The tests run in the module's folder; {@code shared} lies beside the repository. */
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "decisions");

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
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), () -> "SKIPPED: no decision records in " + FOLDER);
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(file -> new Source(file.getFileName().toString(), text(file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
