package tandem.app.panel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a panel's page around the files that Vite built. The names in it are hashed, so the files
 * are cached for ever and the page never.
 */
@Component
class PanelHtml {
  /** What ends every page. */
  static final String END = "</body>\n</html>\n";

  private final ConnectClient client;
  private final ObjectMapper json;
  private final Map<String, Begin> begins = new ConcurrentHashMap<>();

  PanelHtml(ConnectClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * What comes before all that differs from one request to the next.
   *
   * @param links the header {@code Link}
   */
  record Begin(String links, String html) {}

  /**
   * The begin of an entry's page, for instance of {@code tradeoff}. Connect's client is fetched
   * with the scripts, and run by them once something is on show.
   *
   * @throws IllegalStateException where the jar was built without its panels
   */
  Begin begin(String entry, String title) {
    return begins.computeIfAbsent(
        entry,
        it -> {
          BuiltEntry built = BuiltEntry.read(json, it);
          return new Begin(built.links(), html(it, title, built));
        });
  }

  private String html(String entry, String title, BuiltEntry built) {
    return
"""
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%s</title>
%s%s<script type="module" src="%s"></script>
<link rel="preload" as="script" fetchpriority="low" href="%s" id="connect-client">
</head>
<body><main id="panel" data-module-key="tandem-%s"></main>
"""
        .formatted(
            HtmlUtils.htmlEscape(title),
            links("stylesheet", built.styles()),
            links("modulepreload", built.imported()),
            built.page(),
            HtmlUtils.htmlEscape(client.allJs().toString()),
            entry);
  }

  private static String links(String rel, List<String> files) {
    return files.stream()
        .map(file -> "<link rel=\"" + rel + "\" href=\"" + file + "\">\n")
        .collect(Collectors.joining());
  }
}
