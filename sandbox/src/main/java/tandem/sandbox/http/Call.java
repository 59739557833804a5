package tandem.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request, read completely. */
public final class Call {
  private final Target target;
  private final Map<String, String> names;
  private final Fields fields;
  private final byte[] body;

  Call(Target target, Map<String, String> names, Fields fields, byte[] body) {
    this.target = target;
    this.names = names;
    this.fields = fields;
    this.body = body;
  }

  /**
   * Where a request went.
   *
   * @param operation the name of the route, for instance {@code GET
   *     /rest/api/3/issue/{issueIdOrKey}}
   * @param path without query, still encoded
   * @param query still encoded, or ""
   */
  public record Target(String operation, String method, String path, String query) {}

  /** Headers by lower-case name, query parameters decoded, cookies. */
  record Fields(
      Map<String, String> headers,
      Map<String, List<String>> parameters,
      Map<String, String> cookies) {}

  public Target target() {
    return target;
  }

  /** The name of the route, for instance {@code GET /rest/api/3/issue/{issueIdOrKey}}. */
  public String operation() {
    return target.operation();
  }

  public String method() {
    return target.method();
  }

  /** A named segment of the path, decoded. */
  public String name(String segment) {
    var value = names.get(segment);
    if (value == null) {
      throw new IllegalArgumentException("no {" + segment + "} in " + operation());
    }
    return value;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(fields.headers().get(name.toLowerCase(Locale.ROOT)));
  }

  /** Every header, by lower-case name. */
  public Map<String, String> headers() {
    return fields.headers();
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(fields.cookies().get(name));
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> query(String name) {
    return queries(name).stream().findFirst();
  }

  /** Every value of a query parameter, in the order in which they were sent. */
  public List<String> queries(String name) {
    return fields.parameters().getOrDefault(name, List.of());
  }

  /** Every query parameter, decoded. */
  public Map<String, List<String>> queries() {
    return fields.parameters();
  }

  public byte[] body() {
    return body.clone();
  }

  /** The fields of a form body ({@code application/x-www-form-urlencoded}), first value each. */
  public Map<String, String> form() {
    var first = new HashMap<String, String>();
    Query.parse(new String(body, UTF_8)).forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  /** The body as JSON; refuses with a plain 400 what is not. An empty body is a missing node. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new Refusal(Reply.json(400, Map.of("errorMessages", List.of(e.getOriginalMessage()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
