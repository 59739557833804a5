package tandem.sandbox.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the accessibility checker axe-core (npm) says about a page, the apps' iframes left out. */
final class Axe {
  private static final Path SCRIPT = Path.of("node_modules", "axe-core", "axe.min.js");
  private static final String RUN =
      """
      async () => (await axe.run({ exclude: [['iframe']] }, { iframes: false })).violations.flatMap(
        (fault) => fault.nodes.map((node) => `${fault.id}: ${node.target} ${node.failureSummary}`))
      """;

  private Axe() {}

  /** A line for each element that breaks a rule. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    assumeTrue(Files.exists(SCRIPT), "no axe-core: run npm ci in sandbox/");
    try {
      page.evaluate(Files.readString(SCRIPT));
      return (List<String>) page.evaluate(RUN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
