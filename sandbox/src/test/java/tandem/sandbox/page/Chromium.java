package tandem.sandbox.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The system's Chromium, and what it complained about: errors of scripts, errors on the console and
 * requests that left this machine. The program is named by CHROMIUM or stands at its usual place;
 * without one the tests are skipped.
 */
final class Chromium implements AutoCloseable {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
  // The genuine Connect host says this without Atlassian's feature flag service; it means nothing.
  private static final String HARMLESS = "[ACJS] Feature flag service";

  /** Milliseconds that a busy machine is waited for, and only where it would fail. */
  private static final double PATIENCE = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    var program = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    assumeTrue(Files.isExecutable(program), "no Chromium at " + program + ": set CHROMIUM");
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var launch =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program)
            .setArgs(
                List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Chromium(playwright, playwright.chromium().launch(launch));
  }

  /** A fresh profile of somebody who likes this theme. */
  BrowserContext person(ColorScheme theme) {
    var options = new Browser.NewContextOptions().setColorScheme(theme).setViewportSize(1280, 900);
    var context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    context.onPage(this::listen);
    return context;
  }

  /** The profile of somebody who is signed in on this server. */
  BrowserContext signedIn(ColorScheme theme, String server, String session) {
    var context = person(theme);
    var answer =
        context
            .request()
            .post(
                server + "/sandbox/session",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(session));
    if (!answer.ok()) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return context;
  }

  /**
   * Takes back the browser's own words about answers of this status, where a test asked for one.
   */
  void forget(String status) {
    complaints.removeIf(each -> each.contains("status of " + status));
  }

  /** Closes every page and tells everything that was wrong since this was asked before. */
  List<String> closePagesAndComplain() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    var all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  static void screenshot(Page page, String name) {
    var path = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(path).setFullPage(true));
  }

  private void listen(Page page) {
    page.onPageError(error -> complaints.add("script: " + error));
    page.onConsoleMessage(this::heard);
    page.onRequest(request -> {
      var uri = URI.create(request.url());
      if (uri.getHost() != null && !HERE.contains(uri.getHost())) {
        complaints.add("left this machine: " + request.url());
      }
    });
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(HARMLESS)) {
      complaints.add("console: " + message.text() + " " + message.location());
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
