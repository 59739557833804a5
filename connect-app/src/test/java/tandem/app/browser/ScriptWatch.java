package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Watches a window in which {@link HostileWords} are shown, from before its first page on. */
final class ScriptWatch {
  private final Window window;
  private final Injection injection;
  private final List<Response> pages = new ArrayList<>();

  ScriptWatch(Window window, RunningHouse house) {
    this.window = window;
    this.injection = new Injection(window.page());
    window
        .page()
        .onResponse(response -> {
          if (response.url().startsWith(house.app() + "/panel/")) {
            pages.add(response);
          }
        });
  }

  /** That the place shows each of these words as it is written. */
  static void assertShows(List<String> all, Locator place) {
    String text = place.innerText();
    assertThat(all).allSatisfy(words -> assertThat(text).contains(words));
  }

  /** That no word became more than a text, and that no page would have let it run. */
  void assertNothingCameOfIt() {
    assertThat(injection.signs()).isEmpty();
    assertThat(window.complaints()).isEmpty();
    assertThat(pages).isNotEmpty().allSatisfy(ScriptWatch::assertForbidsInlineScripts);
  }

  private static void assertForbidsInlineScripts(Response page) {
    String policy = page.headerValue("content-security-policy");
    assertThat(policy).contains("default-src 'none'").contains("base-uri 'none'");
    assertThat(policy).containsPattern("script-src 'self' http://[a-z0-9.:]+;");
    assertThat(policy).doesNotContain("unsafe-eval");
  }
}
