package tandem.sync.jira;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import mockwebserver3.RecordedRequest;

/**
 * Atlassian's own OpenAPI description of Jira, as a judge of our requests. It is not part of this
 * repository; where it lies beside the repository it is used.
 */
final class JiraDescription {
  static final Path FILE = Path.of("../../shared/contracts/jira-platform-v3.json");

  private static final String SHA_256 =
      "ae5e7e6d5e8078c44055f28741e865bd99114d211180173922dec292a25af1fa";

  private final OpenApiInteractionValidator validator;

  private JiraDescription(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  static JiraDescription load() throws IOException {
    byte[] content = Files.readAllBytes(FILE);
    if (!sha256(content).equals(SHA_256)) {
      throw new IllegalStateException("the description is another one than the tests know");
    }
    String mended = mended((ObjectNode) new ObjectMapper().readTree(content));
    return new JiraDescription(
        OpenApiInteractionValidator.createForInlineApiSpecification(mended)
            .withBasePathOverride("")
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                    .build())
            .build());
  }

  /** The schema called JsonNode is the shape of a Java class by mistake; it means any JSON. */
  private static String mended(ObjectNode description) {
    ObjectNode schemas = (ObjectNode) description.at("/components/schemas");
    schemas.putObject("JsonNode").put("description", "any JSON value");
    for (JsonNode path : description.get("paths")) {
      path.forEach(JiraDescription::withoutBodyOf204);
    }
    return description.toString();
  }

  private static void withoutBodyOf204(JsonNode operation) {
    if (operation.at("/responses/204") instanceof ObjectNode empty) {
      empty.remove("content");
    }
  }

  /** What is wrong with a request, in the validator's words. */
  List<String> violations(RecordedRequest request) {
    var url = request.getUrl();
    SimpleRequest.Builder simple =
        new SimpleRequest.Builder(request.getMethod(), url.encodedPath())
            .withHeader("Authorization", request.getHeaders().get("Authorization"));
    url.queryParameterNames()
        .forEach(name -> simple.withQueryParam(name, url.queryParameterValues(name)));
    if (request.getBody() != null && request.getBody().size() > 0) {
      simple
          .withContentType(request.getHeaders().get("Content-Type"))
          .withBody(request.getBody().utf8());
    }
    return violations(simple.build());
  }

  List<String> violations(SimpleRequest request) {
    return validator.validateRequest(request).getMessages().stream()
        .map(ValidationReport.Message::getMessage)
        .toList();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
