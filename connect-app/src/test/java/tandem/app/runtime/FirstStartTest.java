package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start throws away of an earlier one, and what it never does. */
class FirstStartTest {
  @TempDir Path home;
  private Path stored;

  @BeforeEach
  void somethingIsThere() throws IOException {
    stored = Files.createDirectory(home.resolve("data")).resolve("PG_VERSION");
    Files.writeString(stored, "18");
  }

  private void start() throws IOException {
    try (FirstStart first = FirstStart.begin(home)) {
      first.succeeded();
    }
  }

  @Test
  void whatAKilledFirstStartLeftIsThrownAway() throws IOException {
    Files.createFile(home.resolve("first-start"));

    start();

    assertThat(stored.getParent()).doesNotExist();
    assertThat(home.resolve("first-start")).doesNotExist();
  }

  @Test
  void aFolderWithoutTheMarkIsKeptAlsoWhenItsPasswordIsLost() throws IOException {
    start();

    assertThat(stored).exists();
  }

  @Test
  void aWholeDatabaseIsKeptAlsoWhenTheMarkWasNotTakenAway() throws IOException {
    Files.createFile(home.resolve("first-start"));
    Files.createFile(home.resolve("password"));

    start();

    assertThat(stored).exists();
    assertThat(home.resolve("first-start")).doesNotExist();
  }

  @Test
  void twoFirstStartsAtOnceDoNotTakeEachOthersFilesAway() throws IOException {
    Files.createFile(home.resolve("first-start"));

    try (FirstStart first = FirstStart.begin(home)) {
      assertThat(first).isNotNull();
      Files.createDirectory(home.resolve("data"));
      assertThatThrownBy(() -> FirstStart.begin(home)).isInstanceOf(StartRefused.class);
      assertThat(home.resolve("data")).exists();
    }
  }
}
