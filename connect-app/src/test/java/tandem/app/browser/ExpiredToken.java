package tandem.app.browser;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tandem.sandbox.jira.connect.SharedSecretTokens;

/** A token of this person's for a panel that was good an hour ago, genuine in all else. */
record ExpiredToken(RunningHouse house, PanelCalls panel) {
  private static final Duration AGE = Duration.ofHours(1);
  private static final List<String> WHO_AND_WHERE = List.of("sub", "qsh", "context");

  String value() {
    var then = InstantSource.fixed(InstantSource.system().instant().minus(AGE));
    var app = house.site().store().app("tandem").orElseThrow();
    return new SharedSecretTokens(then).sign(app, claims());
  }

  private Map<String, Object> claims() {
    try {
      JWTClaimsSet fresh = SignedJWT.parse(panel.token()).getJWTClaimsSet();
      Map<String, Object> claims = new HashMap<>(fresh.getClaims());
      claims.keySet().retainAll(WHO_AND_WHERE);
      return claims;
    } catch (ParseException e) {
      throw new IllegalStateException("The sandbox gave no token.", e);
    }
  }
}
