package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.app.fixture.AppProcess;

/** What an operator sees when the application cannot start; each case is a real process. */
class StartRefusedTest {
  @TempDir Path home;

  private void isRefused(Map<String, String> environment, String... words) {
    AppProcess app = AppProcess.start(home, environment);
    assertThat(app.exitCode()).isEqualTo(1);
    assertThat(app.errors()).startsWith("Tandem cannot start. ").contains(words);
    assertThat(app.errors().strip().lines()).hasSize(1);
    assertThat(app.output()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void aWrongValueIsNamed() {
    isRefused(Map.of("TANDEM_PORT", "eighty"), "TANDEM_PORT", "eighty", "1 to 65535");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      isRefused(Map.of("TANDEM_PORT", port), "Port " + port, "TANDEM_PORT");
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("a-file"));
    String folder = file.resolve("data").toString();
    isRefused(Map.of("TANDEM_DATA_DIR", folder), folder, "write access");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamed() {
    isRefused(
        Map.of("TANDEM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tandem"),
        "jdbc:postgresql://127.0.0.1:1/tandem",
        "TANDEM_DATABASE_URL");
  }

  @Test
  void forbiddenUserNamespacesAreNamed() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root needs user namespaces");
    Path unshare = home.resolve("bin").resolve("unshare");
    Files.createDirectories(unshare.getParent());
    Files.writeString(
        unshare, "#!/bin/sh\necho unshare failed: Operation not permitted >&2\nexit 1\n");
    Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
    isRefused(
        Map.of("PATH", unshare.getParent() + ":" + System.getenv("PATH")),
        "user namespaces are forbidden",
        "TANDEM_DATABASE_URL");
  }

  @Test
  void aBrokenKeysetIsNamed() throws IOException {
    Path keyset = Files.writeString(home.resolve("keys.json"), "{}");
    AppProcess app =
        AppProcess.start(home, Map.of("TANDEM_KEYSET", keyset.toString()), "rotate-keyset");
    assertThat(app.exitCode()).isEqualTo(1);
    assertThat(app.errors()).contains("The keyset " + keyset, "TANDEM_KEYSET");
  }
}
