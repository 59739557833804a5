package tandem.sandbox.linear.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.http.Refusal;
import tandem.sandbox.http.Reply;
import tandem.sandbox.linear.access.Consents.Consent;
import tandem.sandbox.linear.state.Row;

/**
 * {@code POST /oauth/token}: redeems codes and rotates refresh tokens. Each refresh answers a new
 * refresh token. The old one is refused from then on, with {@code invalid_grant}, unless a setting
 * gives it a grace period: Linear's page names none, others report one of 30 minutes. That, and
 * that the old access token dies with the refresh, are assumed.
 */
public final class TokenDesk {
  private final Consents consents;
  private final Grants grants;

  public TokenDesk(Consents consents, Grants grants) {
    this.consents = consents;
    this.grants = grants;
  }

  /** Answers a token request; the errors are those of RFC 6749, section 5.2. */
  public Reply answer(Map<String, String> form, Optional<String> authorization) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    authorization.ifPresent(header -> basic(header, fields));
    return switch (fields.getOrDefault("grant_type", "")) {
      case "authorization_code" -> redeem(fields);
      case "refresh_token" -> refresh(fields);
      default -> throw refused(400, "unsupported_grant_type");
    };
  }

  private Reply redeem(Map<String, String> fields) {
    Consent consent =
        consents
            .redeem(fields.getOrDefault("code", ""))
            .orElseThrow(() -> refused(400, "invalid_grant"));
    AuthorizeRequest request = consent.request();
    boolean same =
        request.clientId().equals(fields.get("client_id"))
            && request.redirectUri().equals(fields.get("redirect_uri"));
    if (!same) {
      throw refused(400, "invalid_grant");
    }
    Row application = application(fields, request.value("code_challenge").isPresent());
    if (!proven(request, fields.getOrDefault("code_verifier", ""))) {
      throw refused(400, "invalid_grant");
    }
    return tokens(grants.open(application, consent));
  }

  private Reply refresh(Map<String, String> fields) {
    Row application = application(fields, !fields.containsKey("client_secret"));
    return tokens(
        grants
            .rotate(application, fields.getOrDefault("refresh_token", ""))
            .orElseThrow(() -> refused(400, "invalid_grant")));
  }

  /** With PKCE the secret may be left out, but a wrong one is wrong. */
  private Row application(Map<String, String> fields, boolean secretOptional) {
    String secret = fields.get("client_secret");
    return grants
        .application(fields.getOrDefault("client_id", ""))
        .filter(
            row -> secret == null ? secretOptional : row.required("clientSecret").equals(secret))
        .orElseThrow(() -> refused(401, "invalid_client"));
  }

  private static boolean proven(AuthorizeRequest request, String verifier) {
    Optional<String> challenge = request.value("code_challenge");
    if (challenge.isEmpty()) {
      return true;
    }
    boolean hashed = request.value("code_challenge_method").equals(Optional.of("S256"));
    return challenge.get().equals(hashed ? sha256(verifier) : verifier);
  }

  private static String sha256(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply tokens(Row grant) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", grant.required("accessToken"));
    body.put("token_type", "Bearer");
    body.put("expires_in", grants.lifeSeconds());
    body.put("scope", String.join(" ", grant.texts("scopes")));
    body.put("refresh_token", grant.required("refreshToken"));
    return Reply.json(body).with("Cache-Control", "no-store");
  }

  private static void basic(String header, Map<String, String> fields) {
    if (!header.startsWith("Basic ")) {
      return;
    }
    try {
      byte[] plain = Base64.getDecoder().decode(header.substring("Basic ".length()));
      String[] parts = new String(plain, US_ASCII).split(":", 2);
      fields.put("client_id", parts[0]);
      fields.put("client_secret", parts.length > 1 ? parts[1] : "");
    } catch (IllegalArgumentException e) {
      throw refused(401, "invalid_client");
    }
  }

  private static Refusal refused(int status, String error) {
    return new Refusal(
        Reply.json(status, Map.of("error", error, "error_description", error.replace('_', ' '))));
  }
}
