package tandem.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the accessibility checker axe-core (npm) says about one frame, those inside it left out. */
final class Axe {
  private static final Path SCRIPT = Path.of("ui", "node_modules", "axe-core", "axe.min.js");
  private static final String RUN =
      """
      async () => (await axe.run({ exclude: [['iframe']] }, { iframes: false, preload: false })).violations.flatMap(
        (fault) => fault.nodes.map((node) => `${fault.id}: ${node.target} ${node.failureSummary}`))
      """;

  private Axe() {}

  /** A line for each element that breaks a rule. */
  static List<?> violations(Frame frame) {
    assumeTrue(Files.exists(SCRIPT), "no axe-core: run npm ci in connect-app/ui/");
    try {
      frame.evaluate(Files.readString(SCRIPT));
      return (List<?>) frame.evaluate(RUN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
