package tandem.app.panel;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tandem.app.lifecycle.Refusal;

/** The tag of what a person has seen, as their browser sends it back in {@code If-Match}. */
final class Tags {
  private Tags() {}

  /** Without quotes, and without the mark of a proxy that compressed the answer. */
  static String seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.of(
          HttpStatus.PRECONDITION_REQUIRED,
          "Which version was edited?",
          "A save says in the header If-Match which version it changes. Reload the page.");
    }
    String tag = ifMatch.strip();
    return (tag.startsWith("W/") ? tag.substring(2) : tag).replace("\"", "");
  }
}
