package tandem.app.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tandem.app.connection.LinearApplication;

/**
 * Checks that a webhook is Linear's and new: lower-case hex HMAC-SHA256 of the raw body under the
 * application's webhook secret, compared in constant time, then {@code webhookTimestamp} within a
 * minute of our clock. Nothing of the body is read before the signature fits.
 */
@Component
class LinearSignature {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;
  private final InstantSource clock;
  private final JsonFactory json = new JsonFactory();

  LinearSignature(LinearApplication application, InstantSource clock) {
    this.secret = application.webhookSecret();
    this.clock = clock;
  }

  enum Verdict {
    FRESH,
    OLD,
    FORGED,
    UNREADABLE
  }

  Verdict check(String signature, byte[] body) {
    byte[] claimed = signature.getBytes(StandardCharsets.US_ASCII);
    if (secret.isEmpty() || !MessageDigest.isEqual(hex(body), claimed)) {
      return Verdict.FORGED;
    }
    try {
      OptionalLong sentAt = timestamp(body);
      return sentAt.isPresent() && isRecent(sentAt.getAsLong()) ? Verdict.FRESH : Verdict.OLD;
    } catch (IOException e) {
      return Verdict.UNREADABLE;
    }
  }

  private byte[] hex(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isRecent(long epochMillis) {
    Duration age = Duration.between(Instant.ofEpochMilli(epochMillis), clock.instant()).abs();
    return age.compareTo(WINDOW) <= 0;
  }

  private OptionalLong timestamp(byte[] body) throws IOException {
    OptionalLong found = OptionalLong.empty();
    try (JsonParser parser = json.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = "webhookTimestamp".equals(parser.currentName());
        if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && wanted) {
          found = OptionalLong.of(parser.getLongValue());
        }
        parser.skipChildren();
      }
    }
    return found;
  }
}
