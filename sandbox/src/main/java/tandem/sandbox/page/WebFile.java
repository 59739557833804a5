package tandem.sandbox.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;

/**
 * A file of the pages, read from the class path. Browsers ask each time and get 304 if it stands;
 * what is large comes packed, as it does from Atlassian's servers.
 */
final class WebFile {
  private static final String ROOT = "/tandem/sandbox/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml");

  private static final int WORTH_PACKING = 4_096;
  private static final Map<String, byte[]> PACKED = new ConcurrentHashMap<>();

  private final String contentType;
  private final byte[] content;
  private final String tag;

  private WebFile(String contentType, byte[] content) {
    this.contentType = contentType;
    this.content = content;
    this.tag = tag(content);
  }

  /**
   * Reads one file.
   *
   * @param path below {@code tandem/sandbox}, for instance {@code web/jira/main.js}
   * @return empty for what is not there, not of a kind that pages hold, or outside of the folder
   */
  static Optional<WebFile> read(String path) {
    var type = Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    if (type.isEmpty() || path.contains("..")) {
      return Optional.empty();
    }
    try (var stream = WebFile.class.getResourceAsStream(ROOT + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new WebFile(type.get(), stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] content) {
    var sum = new CRC32();
    sum.update(content);
    return '"' + HexFormat.of().toHexDigits(sum.getValue()) + '"';
  }

  Reply answer(Call call) {
    boolean known = call.header("If-None-Match").filter(tag::equals).isPresent();
    var reply = known ? Reply.empty(304) : whole(call);
    return reply
        .with("ETag", tag)
        .with("Cache-Control", "no-cache")
        .with("Vary", "Accept-Encoding");
  }

  private Reply whole(Call call) {
    boolean packs = call.header("Accept-Encoding").filter(it -> it.contains("gzip")).isPresent();
    return packs && content.length >= WORTH_PACKING
        ? Reply.of(200, contentType, packed()).with("Content-Encoding", "gzip")
        : Reply.of(200, contentType, content);
  }

  /** To pack a file takes longer than to send it: done once for each content. */
  private byte[] packed() {
    return PACKED.computeIfAbsent(tag + contentType, unused -> pack(content));
  }

  private static byte[] pack(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var packer = new GZIPOutputStream(bytes)) {
      packer.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
