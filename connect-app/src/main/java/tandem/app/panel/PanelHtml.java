package tandem.app.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a panel's page around the files that Vite built, by its manifest. The names in it are
 * hashed, so the files are cached for ever and the page never.
 */
@Component
class PanelHtml {
  private static final String MANIFEST = "/static/ui/.vite/manifest.json";

  private final ConnectClient client;
  private final ObjectMapper json;

  PanelHtml(ConnectClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * The page of an entry, for instance {@code tradeoff}.
   *
   * @throws IllegalStateException where the jar was built without its panels
   */
  String page(String entry, String title) {
    JsonNode manifest = manifest();
    JsonNode main = manifest.path(entry + ".html");
    if (main.isMissingNode()) {
      throw new IllegalStateException("the jar holds no panel named " + entry);
    }
    Set<String> chunks = new LinkedHashSet<>();
    collect(manifest, entry + ".html", chunks, new HashSet<>());
    return
"""
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%s</title>
%s%s<script src="%s"></script>
<script type="module" src="/ui/%s"></script>
</head>
<body><main id="panel" data-module-key="tandem-%s"></main></body>
</html>
"""
        .formatted(
            HtmlUtils.htmlEscape(title),
            styles(manifest, chunks),
            preloads(manifest, chunks, entry),
            HtmlUtils.htmlEscape(client.allJs().toString()),
            main.path("file").asText(),
            entry);
  }

  private JsonNode manifest() {
    try (InputStream file = PanelHtml.class.getResourceAsStream(MANIFEST)) {
      if (file == null) {
        throw new IllegalStateException("the jar was built without its panels: " + MANIFEST);
      }
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a chunk builds on stands before it, so that its own rules win over those of a reset. */
  private static void collect(JsonNode manifest, String key, Set<String> chunks, Set<String> seen) {
    if (seen.add(key)) {
      manifest
          .path(key)
          .path("imports")
          .forEach(it -> collect(manifest, it.asText(), chunks, seen));
      chunks.add(key);
    }
  }

  private static String styles(JsonNode manifest, Set<String> chunks) {
    return chunks.stream()
        .flatMap(key -> StreamSupport.stream(manifest.path(key).path("css").spliterator(), false))
        .map(css -> "<link rel=\"stylesheet\" href=\"/ui/" + css.asText() + "\">\n")
        .distinct()
        .collect(Collectors.joining());
  }

  private static String preloads(JsonNode manifest, Set<String> chunks, String entry) {
    return chunks.stream()
        .filter(key -> !key.equals(entry + ".html"))
        .map(key -> manifest.path(key).path("file").asText())
        .map(file -> "<link rel=\"modulepreload\" href=\"/ui/" + file + "\">\n")
        .collect(Collectors.joining());
  }
}
