package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.jira.state.InstalledApp;

/** JWTs of a Connect app and its site: HS256 with the secret that both got at install. */
public final class SharedSecretTokens {
  private static final Duration LIFE = Duration.ofMinutes(3);
  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private final InstantSource clock;

  public SharedSecretTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** A token of the site for the app, good for three minutes. */
  public String sign(InstalledApp app, Map<String, Object> claims) {
    var now = clock.instant();
    var set =
        new JWTClaimsSet.Builder()
            .issuer(app.credentials().clientKey())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    claims.forEach(set::claim);
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
    try {
      jwt.sign(new MACSigner(app.credentials().sharedSecret().getBytes(UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret of " + app.key() + " does not sign", e);
    }
    return jwt.serialize();
  }

  /** Who a token says it is from; unproven. Empty when it is no token. */
  public static Optional<String> issuer(String token) {
    try {
      return Optional.ofNullable(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** The claims of an app's token when signature and expiry hold; 30 s of leeway (*assumed*). */
  public Optional<JWTClaimsSet> verified(String token, InstalledApp app) {
    try {
      var jwt = SignedJWT.parse(token);
      var verifier = new MACVerifier(app.credentials().sharedSecret().getBytes(UTF_8));
      boolean signed =
          jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && jwt.verify(verifier);
      var claims = jwt.getJWTClaimsSet();
      return signed && alive(claims) ? Optional.of(claims) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private boolean alive(JWTClaimsSet claims) {
    Date expires = claims.getExpirationTime();
    Instant now = clock.instant();
    return expires != null && expires.toInstant().plus(LEEWAY).isAfter(now);
  }
}
