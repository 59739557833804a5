package tandem.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call is answered with. An empty content type means that there is no body. Immutable. */
public final class Reply {
  private static final String JSON = "application/json;charset=UTF-8";
  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Map<String, String> headers;

  private Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  /** Any value as JSON, see {@link Json}. */
  public static Reply json(int status, Object value) {
    return of(status, JSON, Json.bytes(value));
  }

  public static Reply json(Object value) {
    return json(200, value);
  }

  public static Reply empty(int status) {
    return of(status, "", new byte[0]);
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain;charset=UTF-8", text.getBytes(UTF_8));
  }

  public static Reply html(int status, String html) {
    return of(status, "text/html;charset=UTF-8", html.getBytes(UTF_8));
  }

  /** A redirect by GET (303). */
  public static Reply redirect(String location) {
    return empty(303).with("Location", location);
  }

  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, contentType, body.clone(), Map.of());
  }

  /** This reply with one more header; a header that is there already is replaced. */
  public Reply with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, contentType, body, all);
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] body() {
    return body.clone();
  }

  public Map<String, String> headers() {
    return headers;
  }
}
