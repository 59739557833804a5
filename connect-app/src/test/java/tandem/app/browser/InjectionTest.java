package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that takes texts for more than texts is found out, whichever of them it is shown. */
class InjectionTest {
  /** Makes markup of a text, of the text that it means, and a link and a template of it. */
  private static final String CARELESS =
      """
      text => {
        const drawn = html => {
          const place = document.createElement('div');
          place.innerHTML = html;
          document.body.append(place);
          return place.textContent;
        };
        drawn(drawn(text).normalize('NFKC'));
        const link = document.createElement('a');
        link.href = (/(javascript|data):[^)]*/.exec(text) ?? [''])[0];
        document.body.append(link);
        try { new Function('return `' + text + '`')(); } catch { /* no template */ }
      }\
      """;

  private static Chromium chromium;
  private static Window shared;

  @BeforeAll
  static void opensABrowser() {
    chromium = Chromium.start();
    shared = chromium.window(ColorScheme.LIGHT);
  }

  @AfterAll
  static void closesTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Stream<String> words() {
    return HostileWords.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("words")
  void aFrameThatIsCarelessWithATextIsFound(String words) {
    Injection injection = new Injection(shared.page());
    shared.page().setContent("<iframe title='careless'></iframe>");
    shared.module("careless").evaluate(CARELESS, words);

    assertThat(injection.signs()).isNotEmpty();
  }

  @Test
  void aFrameThatShowsAllOfThemAsTextsIsNot() {
    try (Window window = chromium.window(ColorScheme.LIGHT)) {
      Injection injection = new Injection(window.page());
      window.page().setContent("<iframe title='careful'></iframe>");
      window
          .module("careful")
          .evaluate("text => document.body.append(text)", HostileWords.TOGETHER);

      assertThat(injection.signs()).isEmpty();
    }
  }

  @Test
  void aRequestForAFileThatOnlyTheWordsNameIsFound() {
    try (Window window = chromium.window(ColorScheme.LIGHT)) {
      Injection injection = new Injection(window.page());
      window.page().route("http://localhost/**", Route::abort);
      window.page().setContent("<p>no picture left</p>");
      window.page().evaluate("() => fetch('http://localhost/pwned.png').catch(() => undefined)");

      assertThat(injection.signs()).isEqualTo(List.of("request: http://localhost/pwned.png"));
    }
  }

  @Test
  void aDialogIsFound() {
    try (Window window = chromium.window(ColorScheme.LIGHT)) {
      Injection injection = new Injection(window.page());
      window.page().evaluate("() => alert('pwned')");

      assertThat(injection.signs()).isEqualTo(List.of("dialog: pwned"));
    }
  }
}
