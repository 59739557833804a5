package tandem.sandbox.jira.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import tandem.sandbox.http.Call;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Finds out who calls. A wrong proof is nobody, even where another one would do: a broken JWT is
 * not mended by a cookie.
 */
public final class Callers {
  /** The cookie of a browser session; its value is an account id. */
  public static final String COOKIE = "sandbox_user";

  private final SiteStore store;
  private final SharedSecretTokens tokens;

  public Callers(SiteStore store, SharedSecretTokens tokens) {
    this.store = store;
    this.tokens = tokens;
  }

  public Optional<Caller> of(Call call) {
    var authorization = call.header("Authorization").orElse("");
    if (authorization.startsWith("JWT ")) {
      return app(authorization.substring(4), call);
    }
    if (call.query("jwt").isPresent()) {
      return app(call.query("jwt").get(), call);
    }
    if (authorization.startsWith("Basic ")) {
      return script(authorization.substring(6));
    }
    return authorization.isEmpty() ? browser(call) : Optional.empty();
  }

  /** The person of the session cookie. */
  public Optional<Person> session(Call call) {
    return call.cookie(COOKIE).flatMap(store::person).filter(person -> !person.app());
  }

  private Optional<Caller> app(String token, Call call) {
    return SharedSecretTokens.issuer(token)
        .flatMap(store::app)
        .filter(app -> tokens.verified(token, app).filter(c -> fits(c, call)).isPresent())
        .flatMap(this::itself);
  }

  private Optional<Caller> itself(InstalledApp app) {
    return store.person(app.credentials().accountId()).map(user -> new Caller.App(app, user));
  }

  /** A REST call needs the hash of its own URL; the token of an iframe is not accepted. */
  private static boolean fits(JWTClaimsSet claims, Call call) {
    try {
      var expected = QueryHash.of(call.method(), call.target().path(), call.queries());
      return expected.equals(claims.getStringClaim("qsh"));
    } catch (ParseException e) {
      return false;
    }
  }

  /** Any API token that is not empty is taken: the sandbox keeps no list of them. */
  private Optional<Caller> script(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 1 || colon == pair.length() - 1) {
        return Optional.empty();
      }
      var email = pair.substring(0, colon);
      return store.people().stream()
          .filter(person -> !person.app() && person.email().equalsIgnoreCase(email))
          .findFirst()
          .map(Caller.Script::new);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Optional<Caller> browser(Call call) {
    return session(call).map(Caller.Browser::new);
  }
}
