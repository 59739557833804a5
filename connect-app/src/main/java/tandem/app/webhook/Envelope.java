package tandem.app.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Who sends a delivery of Linear's.
 *
 * @see <a href="https://linear.app/developers/webhooks">Webhooks</a>
 */
record Envelope(String organizationId, String webhookId) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Empty where the body does not tell. */
  static Optional<Envelope> read(byte[] body) {
    String organization = "";
    String webhook = "";
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          organization = name.equals("organizationId") ? parser.getText() : organization;
          webhook = name.equals("webhookId") ? parser.getText() : webhook;
        }
        parser.skipChildren();
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return organization.isEmpty() || webhook.isEmpty()
        ? Optional.empty()
        : Optional.of(new Envelope(organization, webhook));
  }
}
