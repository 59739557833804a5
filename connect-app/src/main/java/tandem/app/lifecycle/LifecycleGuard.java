package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHost;
import com.atlassian.connect.spring.internal.auth.asymmetric.AsymmetricAuthentication;
import com.atlassian.connect.spring.internal.jwt.JwtInvalidClaimException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The last door before a tenant's row is written. Only a signed install or uninstall call may
 * write, only its own tenant, with the query hash of this very request, a secret that is long
 * enough for HS256 and a site that the operator allows. The framework checks the first install for
 * none of these.
 */
@Component
class LifecycleGuard {
  private static final int SHORTEST_SECRET_BYTES = 32;
  private static final int LONGEST_TEXT = 512;

  private final AllowedHosts hosts;

  LifecycleGuard(AllowedHosts hosts) {
    this.hosts = hosts;
  }

  /** Returns, or throws {@link AccessDeniedException} which is answered with 403. */
  void check(AtlassianHost host) {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (!(caller instanceof AsymmetricAuthentication call)) {
      throw new AccessDeniedException("not a lifecycle call");
    }
    checkClaims(call, host.getClientKey());
    checkSecret(host.getSharedSecret());
    checkUrl(host.getBaseUrl());
    if (host.getDisplayUrl() != null) {
      checkDisplayUrl(host.getDisplayUrl());
    }
  }

  private static void checkClaims(AsymmetricAuthentication call, String clientKey) {
    JWTClaimsSet claims = (JWTClaimsSet) call.getCredentials();
    if (clientKey.length() > LONGEST_TEXT || !clientKey.equals(claims.getIssuer())) {
      throw new AccessDeniedException("the issuer is another tenant");
    }
    if (claims.getClaim("qsh") == null) {
      throw new AccessDeniedException("no query hash");
    }
    try {
      call.validateQueryStringHash(true);
    } catch (JwtInvalidClaimException e) {
      throw new AccessDeniedException("the query hash is another request's", e);
    }
  }

  private static void checkSecret(@Nullable String secret) {
    int length = secret == null ? 0 : secret.getBytes(StandardCharsets.UTF_8).length;
    if (length < SHORTEST_SECRET_BYTES || length > LONGEST_TEXT) {
      throw new AccessDeniedException("the shared secret is too short or too long");
    }
  }

  private void checkUrl(String baseUrl) {
    if (!hosts.admits(parsed(baseUrl))) {
      throw new AccessDeniedException("the site is not one of the allowed hosts");
    }
  }

  private static void checkDisplayUrl(String url) {
    URI parsed = parsed(url);
    if (parsed.getHost() == null || !url.matches("https?://[A-Za-z0-9.\\[\\]:-]+/?")) {
      throw new AccessDeniedException("the display URL is not a plain web address");
    }
  }

  private static URI parsed(String url) {
    try {
      if (url.length() <= LONGEST_TEXT) {
        return URI.create(url);
      }
    } catch (IllegalArgumentException e) {
      throw new AccessDeniedException("not a URL", e);
    }
    throw new AccessDeniedException("the URL is too long");
  }
}
