package tandem.sandbox.linear.access;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tandem.sandbox.http.Call;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Author;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Workspace;

/**
 * Tells who is calling: {@code Authorization: <key>} is a person's API key, {@code Authorization:
 * Bearer <token>} an OAuth grant (linear.app/developers/graphql), and the sandbox's cookie a person
 * in a browser.
 */
public final class Callers {
  /** Not {@code sandbox_user}: cookies know no ports, and the sandbox's Jira has that one. */
  public static final String COOKIE = "sandbox_linear_user";

  private static final String BEARER = "Bearer ";
  private static final String KEY_PREFIX = "lin_api_";

  private final Workspace workspace;
  private final InstantSource clock;

  public Callers(Workspace workspace, InstantSource clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  /** Whoever sent the request, or a {@link LinearError} that says why nobody was recognised. */
  public Caller identify(Call call) {
    Optional<String> authorization = call.header("Authorization");
    if (authorization.isEmpty()) {
      return call.cookie(COOKIE).flatMap(this::person).orElseThrow(Callers::unknown);
    }
    String header = authorization.get();
    return header.startsWith(BEARER)
        ? application(header.substring(BEARER.length()))
        : apiKey(header);
  }

  /** A person who works in a browser. */
  public Optional<Caller> person(String userId) {
    return find(Kind.USER, row -> row.id().equals(userId) && !row.flag("app"))
        .map(row ->
            new Caller(Caller.Means.BROWSER, Author.person(row.id()), Caller.ALL_SCOPES, row.id()));
  }

  private Caller apiKey(String key) {
    Row row =
        find(Kind.API_KEY, each -> each.required("key").equals(key)).orElseThrow(Callers::unknown);
    Author author = Author.person(row.required("userId"));
    return new Caller(Caller.Means.API_KEY, author, Caller.ALL_SCOPES, row.id());
  }

  private Caller application(String token) {
    if (token.startsWith(KEY_PREFIX)) {
      throw LinearError.invalid(
          "It looks like you're trying to use an API key as a Bearer token. Remove the Bearer"
              + " prefix from the Authorization header.");
    }
    Row grant =
        find(Kind.GRANT, row -> row.text("accessToken").equals(Optional.of(token)))
            .filter(row -> row.text("revokedAt").isEmpty())
            .filter(row -> row.moment("expiresAt").orElseThrow().isAfter(clock.instant()))
            .orElseThrow(Callers::unknown);
    Optional<String> own =
        grant.required("actor").equals("app") ? grant.text("applicationId") : Optional.empty();
    Author author = new Author(grant.required("userId"), own);
    return new Caller(
        Caller.Means.APPLICATION, author, Set.copyOf(grant.texts("scopes")), grant.id());
  }

  private Optional<Row> find(Kind kind, Predicate<Row> wanted) {
    return Objects.requireNonNull(
        workspace.read(rows -> rows.all(kind).stream().filter(wanted).findFirst()));
  }

  private static LinearError unknown() {
    return LinearError.notAuthenticated("You need to authenticate to access this operation.");
  }
}
