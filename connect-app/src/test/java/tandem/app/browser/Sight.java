package tandem.app.browser;

import com.microsoft.playwright.Frame;
import java.util.List;

/**
 * Words that a person waits to see, or to see gone, at a place of a page. The browser looks at
 * every frame that it draws, so that a measured wait is not rounded up by polling.
 *
 * @param place a CSS selector; the first element that it finds
 */
record Sight(Frame frame, String place, String words, boolean there) {
  private static final double PATIENCE_MS = 15_000;
  private static final String DRAWN =
      """
      ([place, words, there]) => {
        const found = document.querySelector(place);
        return found !== null && found.innerText.includes(words) === there;
      }\
      """;

  Sight(Frame frame, String place, String words) {
    this(frame, place, words, true);
  }

  Sight gone() {
    return new Sight(frame, place, words, false);
  }

  /** Waits for it, and fails after 15 s. */
  void await() {
    frame.waitForFunction(
        DRAWN,
        List.of(place, words, there),
        new Frame.WaitForFunctionOptions().setTimeout(PATIENCE_MS));
  }
}
