package tandem.sandbox.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;

/**
 * Atlassian's OpenAPI description as a judge of what goes over the wire. The description is not in
 * the repository: it is read from {@code ../shared/contracts} beside it; where that is absent, the
 * judge says so and sees nothing. Known defects of the file are mended when it is loaded: a wrong
 * schema, missing {@code nullable}, a body for 204, and errors without the body that Jira sends.
 */
final class OpenApi {
  private static final Path FILE = Path.of("../../shared/contracts/jira-platform-v3.json");
  private static final String SHA_256 =
      "ae5e7e6d5e8078c44055f28741e865bd99114d211180173922dec292a25af1fa";
  private static final Optional<OpenApiInteractionValidator> VALIDATOR = load();

  private final boolean requestsToo;
  private final AtomicInteger seen = new AtomicInteger();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  private OpenApi(boolean requestsToo) {
    this.requestsToo = requestsToo;
  }

  /** Judges answers, and requests that were answered with success. */
  static OpenApi strict() {
    return new OpenApi(true);
  }

  static boolean present() {
    return VALIDATOR.isPresent();
  }

  void see(Call call, Reply reply) {
    if (VALIDATOR.isEmpty() || reply.status() == 501) {
      return;
    }
    seen.incrementAndGet();
    var validator = VALIDATOR.get();
    if (requestsToo && reply.status() < 400) {
      note(call, validator.validateRequest(request(call)));
    }
    var method = Request.Method.valueOf(call.method());
    note(call, validator.validateResponse(call.target().path(), method, response(reply)));
  }

  /** What is wrong with this body as the answer 200 to a GET. */
  List<String> judge(String path, String body) {
    var response =
        new SimpleResponse.Builder(200)
            .withContentType("application/json")
            .withBody(body.getBytes(UTF_8))
            .build();
    return VALIDATOR
        .orElseThrow()
        .validateResponse(path, Request.Method.GET, response)
        .getMessages()
        .stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::getMessage)
        .toList();
  }

  /** Exchanges judged so far. */
  int seen() {
    return seen.get();
  }

  List<String> violations() {
    return violations;
  }

  private void note(Call call, ValidationReport report) {
    report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .forEach(m -> violations.add(call.operation() + ": " + m.getKey() + " " + m.getMessage()));
  }

  private static Request request(Call call) {
    var builder = new SimpleRequest.Builder(call.method(), call.target().path());
    call.headers().forEach(builder::withHeader);
    call.queries().forEach(builder::withQueryParam);
    if (call.body().length > 0) {
      builder.withBody(call.body());
    }
    return builder.build();
  }

  private static SimpleResponse response(Reply reply) {
    var builder = new SimpleResponse.Builder(reply.status());
    if (!reply.contentType().isEmpty()) {
      builder.withContentType(reply.contentType()).withBody(reply.body());
    }
    return builder.build();
  }

  private static Optional<OpenApiInteractionValidator> load() {
    if (!Files.exists(FILE)) {
      System.out.println("SKIPPED: no Jira contract test, " + FILE + " is absent.");
      return Optional.empty();
    }
    try {
      return Optional.of(validator(Files.readAllBytes(FILE)));
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OpenApiInteractionValidator validator(byte[] file)
      throws IOException, java.security.NoSuchAlgorithmException {
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    if (!hash.equals(SHA_256)) {
      throw new IllegalStateException(FILE + " is not the version that this test knows: " + hash);
    }
    return OpenApiInteractionValidator.createForInlineApiSpecification(mended(file))
        .withBasePathOverride("")
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                .withLevel(
                    "validation.response.body.schema.format.date-time",
                    ValidationReport.Level.IGNORE)
                .build())
        .build();
  }

  private static String mended(byte[] file) throws IOException {
    var json = new ObjectMapper();
    var spec = (ObjectNode) json.readTree(file);
    var schemas = (ObjectNode) spec.at("/components/schemas");
    schemas.putObject("JsonNode").put("description", "any JSON value");
    for (String field : List.of("from", "fromString", "to", "toString", "fieldId")) {
      ((ObjectNode) schemas.at("/ChangeDetails/properties/" + field)).put("nullable", true);
    }
    ((ObjectNode) schemas.at("/SearchAndReconcileResults/properties/nextPageToken"))
        .put("nullable", true);
    spec.get("paths").forEach(path -> path.forEach(OpenApi::mendAnswers));
    return json.writeValueAsString(spec);
  }

  private static void mendAnswers(com.fasterxml.jackson.databind.JsonNode operation) {
    if (!(operation.get("responses") instanceof ObjectNode responses)) {
      return;
    }
    if (responses.get("204") instanceof ObjectNode empty) {
      empty.remove("content");
    }
    for (String code : List.of("400", "401", "403", "404", "409", "415", "429", "500", "503")) {
      var error = responses.withObject("/" + code);
      error.put("description", "error");
      if (!error.has("content")) {
        error.withObject("/content").withObject("/application~1json").putObject("schema");
      }
    }
  }
}
