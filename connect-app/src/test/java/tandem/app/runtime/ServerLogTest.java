package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refused start quotes of the embedded database. */
class ServerLogTest {
  @TempDir Path home;

  @Test
  void theLastLinesSayWhatItDiedOf() throws IOException {
    Path file = home.resolve("server.log");
    Files.writeString(file, "one\ntwo\nthree\nLOG:  bind\nFATAL:  no socket\n");

    assertThat(ServerLog.of(home).lastWords())
        .isEqualTo(" Its log " + file + " ends: \"two; three; LOG:  bind; FATAL:  no socket\".");
  }

  @Test
  void anEarlierStartsWordsAreNotQuoted() throws IOException {
    Files.writeString(home.resolve("server.log"), "FATAL:  long ago\n");

    ServerLog.of(home).clear();

    assertThat(ServerLog.of(home).lastWords()).isEqualTo(" It wrote no log.");
  }
}
