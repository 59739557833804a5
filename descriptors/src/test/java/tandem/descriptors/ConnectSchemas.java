package tandem.descriptors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Atlassian's two published descriptor schemas, run by their own validators on Node. */
final class ConnectSchemas {
  private static final Path VALIDATION = Path.of("validation").toAbsolutePath();

  private ConnectSchemas() {}

  /**
   * Every finding of both schemas, one a line as the validators word it; empty means the descriptor
   * is valid.
   *
   * @throws IllegalStateException if the validators themselves could not run
   */
  static List<String> findings(String descriptor) throws IOException, InterruptedException {
    if (!Files.isDirectory(VALIDATION.resolve("node_modules"))) {
      throw new IllegalStateException(
          "The validators are not installed: build once without -Dnpm.ci.skip=true.");
    }
    Path file = Files.createTempFile("descriptor", ".json");
    try {
      Files.writeString(file, descriptor);
      return run(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> run(Path file) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "connect.cjs", file.toString())
            .directory(VALIDATION.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), UTF_8);
    if (!node.waitFor(30, TimeUnit.SECONDS)) {
      node.destroyForcibly();
      throw new IllegalStateException("The validators did not end within 30 s.");
    }
    boolean valid = node.exitValue() == 0;
    if (valid != said.isBlank()) {
      throw new IllegalStateException("The validators failed: " + said);
    }
    return said.lines().toList();
  }
}
