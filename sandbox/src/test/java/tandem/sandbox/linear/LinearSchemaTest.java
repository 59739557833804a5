package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The schema is a vendor's contract: taking a newer one is a decision, made here and in its README.
 */
class LinearSchemaTest {
  private static final String SHA256 =
      "f5e65c854cc6fb1ca7a5aee53200579f6b6ea97a1f0bca1d5aa7562ede5fe592";

  @Test
  void theSchemaIsTheOneThatItsReadmeNames() throws Exception {
    try (InputStream schema =
        getClass().getResourceAsStream("/tandem/sandbox/linear/schema.graphqls")) {
      assertThat(schema).isNotNull();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(schema.readAllBytes());
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA256);
    }
  }
}
