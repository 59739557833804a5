package tandem.app.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium, driven by Playwright. Not for several threads. */
final class Chromium implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  /** Milliseconds that an assertion waits for a busy machine, and only where it would fail. */
  private static final double PATIENCE = 20_000;

  private Chromium(Path program) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setArgs(QUIET));
  }

  /** Starts the program that {@code CHROMIUM} names; without one, the calling test is skipped. */
  static Chromium start() {
    String named = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
    Path program = Path.of(named);
    assumeThat(Files.isExecutable(program))
        .as("no browser at %s: name one in the environment variable CHROMIUM", program)
        .isTrue();
    return new Chromium(program);
  }

  /** A window of a person who has never been here: no cookies, nothing stored. */
  Window window(ColorScheme scheme) {
    return new Window(
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(Window.WIDTH, Window.HEIGHT)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
