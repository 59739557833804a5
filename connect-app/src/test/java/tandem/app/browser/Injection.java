package tandem.app.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether one of {@link HostileWords} became more than a text, in any frame of a page. */
final class Injection {
  /** Texts may stand in an accessible name, a value or a placeholder; nowhere else. */
  private static final String IN_FRAME =
      """
      mark => {
        const found = [];
        if (mark in window) found.push('the window has the mark');
        const live = ['src', 'href', 'xlink:href', 'action', 'formaction', 'srcdoc', 'style', 'data', 'poster', 'id', 'class', 'name'];
        for (const element of document.querySelectorAll('*')) {
          const tag = element.localName;
          if (['script', 'style'].includes(tag) && element.textContent.includes(mark)) found.push(tag + ' with the mark');
          for (const { name, value } of element.attributes) {
            const does = live.includes(name) || name.startsWith('on');
            if (does && value.includes(mark)) found.push(tag + ' ' + name + '=' + value);
          }
        }
        return found;
      }\
      """;

  /** The words name files of this name; as a part of a query they are only passed on. */
  private static final Pattern ASKED_FOR = Pattern.compile("^\\w+://[^/?#]+/" + HostileWords.MARK);

  private final Page page;
  private final List<String> seen = new ArrayList<>();

  /** Watches from now on. */
  Injection(Page page) {
    this.page = page;
    page.onDialog(this::dialog);
    page.onRequest(request -> {
      if (ASKED_FOR.matcher(request.url()).find()) {
        seen.add("request: " + request.url());
      }
    });
  }

  private void dialog(Dialog dialog) {
    seen.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  /** What happened since, and what stands in any frame now. */
  List<String> signs() {
    List<String> signs = new ArrayList<>(seen);
    for (Frame frame : page.frames()) {
      for (Object sign : (List<?>) frame.evaluate(IN_FRAME, HostileWords.MARK)) {
        signs.add(frame.url().replaceFirst("[?#].*", "") + ": " + sign);
      }
    }
    return signs;
  }
}
