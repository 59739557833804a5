package tandem.app.browser;

import java.util.List;

/**
 * Texts that become markup or script wherever a page takes a stored text for more than a text. Each
 * of them, once it works, leaves the word {@value #MARK} in an address, an attribute, a script or
 * the frame's window.
 */
final class HostileWords {
  static final String MARK = "pwned";

  private static final int QUARTERS = 4;

  static final List<String> ALL =
      List.of(
          "<script>window.pwned=1</script>",
          "<ScRiPt>alert('pwned')</sCrIpT>",
          "<img src=/pwned.png onerror=window.pwned=1>",
          "<svg onload=window.pwned=1>",
          "<svg><a href=javascript:window.pwned=1><text>read</text></a></svg>",
          "javascript:window.pwned=1",
          "${window.pwned=1}",
          "{{constructor.constructor('window.pwned=1')()}}${window.pwned=2}",
          "[read more](javascript:window.pwned=1)",
          "![chart](javascript:window.pwned=1)",
          "</textarea><script>window.pwned=1</script>",
          "</title></style><img src=/pwned.png onerror=window.pwned=1>",
          "\"><img src=/pwned.png onerror=window.pwned=1>",
          "' autofocus onfocus=window.pwned=1 x='<i id=pwned>",
          "&lt;img src=/pwned.png onerror=window.pwned=1&gt;",
          "&#60;script&#62;window.pwned=1&#60;/script&#62;",
          "\u202Eexe.<b id=pwned>txt\u202C",
          "\uFF1Cscript\uFF1Ewindow.pwned=1\uFF1C/script\uFF1E",
          "\"}</script><script>window.pwned=1</script>",
          "data:text/html;base64,cHduZWQ=#pwned",
          "<a href=data:text/html;pwned>read</a>",
          "<b style=background:url(/pwned.png)>bold</b>",
          "<style>@import '/pwned.css';</style>",
          "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
          "<math><mtext><table><mglyph><style><img src=/pwned.png onerror=window.pwned=1>",
          "<form action=/pwned><button formaction=javascript:window.pwned=1>OK</button></form>");

  /** All of them in one text. */
  static final String TOGETHER = String.join(" ", ALL);

  private HostileWords() {}

  /** One of them, for a field of which there is no list. */
  static String nr(int number) {
    return ALL.get(Math.floorMod(number, ALL.size()));
  }

  /** One of four shares of them, for a place in which not all have room. */
  static List<String> quarter(int number) {
    int size = (ALL.size() + QUARTERS - 1) / QUARTERS;
    return ALL.subList(number * size, Math.min(ALL.size(), (number + 1) * size));
  }

  /**
   * Those that may stand where a sign has a meaning of its own, such as the comma between names.
   */
  static List<String> without(String sign) {
    return ALL.stream().filter(words -> !words.contains(sign)).toList();
  }
}
