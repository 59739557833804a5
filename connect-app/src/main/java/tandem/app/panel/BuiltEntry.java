package tandem.app.panel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files that Vite built for one page, by its manifest, as addresses of ours. What a file builds
 * on stands before it, so that its own rules win over those of a reset.
 *
 * @param scripts the last one is the page's own, which imports the others
 */
record BuiltEntry(List<String> styles, List<String> scripts) {
  private static final String MANIFEST = "/static/ui/.vite/manifest.json";

  /** Throws {@link IllegalStateException} where the jar was built without this page. */
  static BuiltEntry read(ObjectMapper json, String entry) {
    JsonNode manifest = manifest(json);
    String main = entry + ".html";
    if (manifest.path(main).isMissingNode()) {
      throw new IllegalStateException("the jar holds no panel named " + entry);
    }
    Set<String> chunks = new LinkedHashSet<>();
    collect(manifest, main, chunks, new HashSet<>());
    return new BuiltEntry(
        addresses(chunks.stream().flatMap(key -> each(manifest.path(key).path("css")))),
        addresses(chunks.stream().map(key -> manifest.path(key).path("file"))));
  }

  private static JsonNode manifest(ObjectMapper json) {
    try (InputStream file = BuiltEntry.class.getResourceAsStream(MANIFEST)) {
      if (file == null) {
        throw new IllegalStateException("the jar was built without its panels: " + MANIFEST);
      }
      return json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode manifest, String key, Set<String> chunks, Set<String> seen) {
    if (seen.add(key)) {
      each(manifest.path(key).path("imports"))
          .forEach(it -> collect(manifest, it.asText(), chunks, seen));
      chunks.add(key);
    }
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<String> addresses(Stream<JsonNode> files) {
    return files.map(file -> "/ui/" + file.asText()).distinct().toList();
  }

  String page() {
    return scripts.getLast();
  }

  /** What the page's own script imports, one file or another. */
  List<String> imported() {
    return scripts.subList(0, scripts.size() - 1);
  }

  /**
   * The header by which a browser fetches all of them before it has read a line of the page.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/links.html">Links, preload</a>
   */
  String links() {
    List<String> links = new ArrayList<>();
    styles.forEach(file -> links.add("<" + file + ">; rel=preload; as=style"));
    scripts.forEach(file -> links.add("<" + file + ">; rel=modulepreload"));
    return String.join(", ", links);
  }
}
