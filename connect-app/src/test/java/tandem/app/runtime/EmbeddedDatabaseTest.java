package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path dataDir;

  @Test
  void aStartThatWasKilledWhileUnpackingIsMendedByTheNextOne() throws Exception {
    start().close();
    List<Path> unpacked = unpacked();
    assertThat(unpacked).hasSize(1);
    Path programs = unpacked.getFirst();
    assertThat(Files.deleteIfExists(programs.resolve(".exists"))).isTrue();
    Files.delete(programs.resolve("bin").resolve("postgres"));

    try (EmbeddedDatabase second = start()) {
      assertThat(second.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(dataDir, () -> "passwordOfTheTest0123456789abcdefghijklmn");
  }

  private List<Path> unpacked() throws IOException {
    try (Stream<Path> found = Files.list(dataDir.resolve("pg").resolve("bin"))) {
      return found.filter(Files::isDirectory).toList();
    }
  }
}
