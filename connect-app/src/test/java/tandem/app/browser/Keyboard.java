package tandem.app.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;

/** A person who has no pointer, in one frame of a page. Where they are is read, never set. */
final class Keyboard {
  private static final int MOST_STEPS = 150;

  /** The accessible name of what has the focus, as near as a test needs it; "" elsewhere. */
  private static final String FOCUSED =
      """
      () => {
        const at = document.activeElement;
        if (!document.hasFocus() || at === null || at === document.body) return '';
        const labels = [...(at.labels ?? [])].map(it => it.innerText).join(' ');
        return (at.getAttribute('aria-label') || labels || at.textContent || at.localName).trim();
      }\
      """;

  private static final String WAITS = "name => (" + FOCUSED + ")().startsWith(name)";

  private final Page page;
  private final Frame frame;

  Keyboard(Page page, Frame frame) {
    this.page = page;
    this.frame = frame;
  }

  /** Presses Tab until something of this name, or whose name begins so, has the focus. */
  Keyboard tabTo(String name) {
    return stepTo(name, "Tab");
  }

  /** The same backwards. */
  Keyboard tabBackTo(String name) {
    return stepTo(name, "Shift+Tab");
  }

  private Keyboard stepTo(String name, String key) {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (focused().startsWith(name)) {
        return this;
      }
      page.keyboard().press(key);
    }
    throw new AssertionError("Tab does not lead to \"" + name + "\", but to " + focused());
  }

  /** Waits until the page itself gives the focus to something of this name. */
  Keyboard arriveAt(String name) {
    frame.waitForFunction(WAITS, name);
    return this;
  }

  Keyboard press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  private String focused() {
    return (String) frame.evaluate(FOCUSED);
  }
}
