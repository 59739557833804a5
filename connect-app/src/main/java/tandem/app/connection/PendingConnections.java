package tandem.app.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Place;
import tandem.app.lifecycle.Vault;
import tandem.sync.model.InstallationId;

/**
 * Connections that an admin has started and Linear has not answered yet. Each has a random state,
 * known only to the browser and stored as a hash, and a PKCE verifier, stored sealed. It serves
 * once and for ten minutes.
 */
@Component
class PendingConnections {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;
  private static final String VERIFIER = "oauth_state.verifier";

  private final JdbcClient database;
  private final Vault vault;
  private final SecureRandom random;
  private final InstantSource clock;

  PendingConnections(JdbcClient database, Vault vault, SecureRandom random, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /** What goes to Linear in the browser's address. */
  record Started(String state, String challenge) {}

  /** Who started the connection, and the verifier that proves it to Linear. */
  record Pending(InstallationId installation, String site, String accountId, String verifier) {}

  Started start(InstallationId installation, String accountId) {
    String state = randomText();
    String verifier = randomText();
    byte[] hash = sha256(state);
    var expires = clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC);
    database
        .sql("insert into oauth_state values (?, ?, ?, ?, ?)")
        .params(hash, installation.value(), accountId, seal(installation, hash, verifier), expires)
        .update();
    return new Started(state, text(sha256(verifier)));
  }

  /** Takes what belongs to a state out of the table: a second call with it finds nothing. */
  Optional<Pending> take(String state) {
    byte[] hash = sha256(state);
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    database.sql("delete from oauth_state where expires_at <= ?").param(now).update();
    return database
        .sql(
            """
            delete from oauth_state s using installation i
             where s.state_hash = ? and i.id = s.installation_id and i.installed
            returning i.id, i.base_url, s.account_id, s.verifier
            """)
        .param(hash)
        .query((row, number) -> {
          InstallationId tenant = new InstallationId(row.getLong(1));
          String verifier = vault.open(place(tenant, hash), row.getBytes(4));
          return new Pending(tenant, row.getString(2), row.getString(3), verifier);
        })
        .optional();
  }

  private byte[] seal(InstallationId tenant, byte[] hash, String verifier) {
    return vault.seal(place(tenant, hash), verifier);
  }

  private static Place place(InstallationId tenant, byte[] hash) {
    return new Place(tenant, VERIFIER, HexFormat.of().formatHex(hash));
  }

  private String randomText() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
