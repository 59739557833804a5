package tandem.app.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tandem.sandbox.jira.state.Person;

/**
 * A browser window that remembers what a person would not see: script errors and foreign requests.
 */
final class Window implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  static final int WIDTH = 1280;
  static final int HEIGHT = 900;
  private static final String WHOLE = "() => document.documentElement.scrollHeight <= innerHeight";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /**
   * Two harmless complaints of the vendor's host script, which finds no feature flag service here.
   */
  private static final String VENDORS_OWN = "[ACJS] Feature flag";

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Window(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(error -> complaints.add("uncaught: " + error));
    page.onConsoleMessage(message -> {
      if ("error".equals(message.type()) && !message.text().contains(VENDORS_OWN)) {
        complaints.add("console: " + message.text() + " at " + message.location());
      }
    });
    page.onRequest(request -> refuseForeign(request.url()));
  }

  private void refuseForeign(String url) {
    String host = URI.create(url.replace('|', '_')).getHost();
    if (host != null && !LOOPBACK.contains(host)) {
      complaints.add("foreign request: " + url);
    }
  }

  Page page() {
    return page;
  }

  /** Opens an address as an administrator, where the sandbox asks who it is. */
  void open(String address) {
    page.navigate(address);
    Locator admin =
        page.locator(".person-card", new Page.LocatorOptions().setHasText("dmin")).first();
    Locator inside = page.locator("main#main");
    admin.or(inside).first().waitFor();
    if (admin.isVisible()) {
      admin.click();
      inside.waitFor();
    }
  }

  /** Opens an address of the sandbox's Jira as this person. */
  void openAs(Person person, String site, String address) {
    page.request()
        .post(
            site + "/sandbox/session",
            RequestOptions.create().setData(Map.of("accountId", person.accountId())));
    page.navigate(site + address);
    page.locator("main#main").waitFor();
  }

  /** The frame of one of the app's modules, by its title. */
  Frame module(String title) {
    return page.waitForSelector("iframe[title='" + title + "']").contentFrame();
  }

  /** Keeps a picture as {@code target/screenshots/<name>.png}. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /**
   * The same in a window as high as the page, where no frame is out of sight, once the host has
   * given these frames the height that their content needs; and one of each of them.
   */
  void pictureOfAll(String name, List<Frame> whole) {
    whole.forEach(frame -> frame.waitForFunction(WHOLE));
    int high = (int) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(WIDTH, high);
    picture(name);
    for (int nr = 0; nr < whole.size(); nr++) {
      Path file = SCREENSHOTS.resolve(name + "-frame-" + (nr + 1) + ".png");
      whole.get(nr).frameElement().screenshot(new ElementHandle.ScreenshotOptions().setPath(file));
    }
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /** Script errors and requests to other machines since the window was opened. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
