package tandem.sandbox.jira.connect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs lifecycle calls (RS256) and its public half for the key server, as of
 * Connect's "signed-install". A new key at each start.
 */
final class InstallKeys {
  private static final Duration LIFE = Duration.ofMinutes(3);
  private final InstantSource clock;
  private @Nullable RSAKey made;

  InstallKeys(InstantSource clock) {
    this.clock = clock;
  }

  /** Made when it is first needed: most tests install no app, and a key takes its time. */
  private synchronized RSAKey key() {
    var key = made;
    if (key == null) {
      key = generated();
      made = key;
    }
    return key;
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java makes no RSA keys", e);
    }
  }

  /** What a lifecycle token says. */
  record Claims(String issuer, String audience, String queryHash) {}

  String sign(Claims claims) {
    var now = clock.instant();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(claims.issuer())
            .subject(claims.issuer())
            .audience(claims.audience())
            .claim("qsh", claims.queryHash())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var key = key();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var jwt = new SignedJWT(header, set);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the install key does not sign", e);
    }
    return jwt.serialize();
  }

  /** The public key of this id in PEM. */
  Optional<String> pem(String kid) {
    var key = key();
    if (!kid.equals(key.getKeyID())) {
      return Optional.empty();
    }
    try {
      var body = Base64.getMimeEncoder(64, new byte[] {'\n'});
      var encoded = body.encodeToString(key.toRSAPublicKey().getEncoded());
      return Optional.of("-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    } catch (JOSEException e) {
      throw new IllegalStateException("the install key has no public half", e);
    }
  }
}
