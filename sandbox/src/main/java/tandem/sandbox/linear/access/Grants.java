package tandem.sandbox.linear.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tandem.sandbox.linear.access.Consents.Consent;
import tandem.sandbox.linear.state.Author;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Transaction;
import tandem.sandbox.linear.state.Workspace;

/**
 * The applications and what people granted them. The first grant in this workspace also makes the
 * application's webhook, as Linear does for a webhook that is configured on the OAuth application;
 * revoking the last one takes it away (assumed).
 */
public final class Grants {
  /** Random material: ids and token bodies. */
  public record Random(Supplier<String> ids, Supplier<String> secrets) {}

  private final Workspace workspace;
  private final Random random;
  private final Lives lives;

  /**
   * How long what is given out is good for.
   *
   * @param access an access token
   * @param spentRefresh a refresh token after it was used; zero where it is refused at once
   */
  public record Lives(Duration access, Duration spentRefresh) {}

  public Grants(Workspace workspace, Random random, Lives lives) {
    this.workspace = workspace;
    this.random = random;
    this.lives = lives;
  }

  /** Seconds of life that a token response promises: one less than it gets, as Linear answers. */
  long lifeSeconds() {
    return lives.access().toSeconds() - 1;
  }

  /** The application with this client id. */
  public Optional<Row> application(String clientId) {
    return workspace.read(rows -> first(rows.all(Kind.APPLICATION), "clientId", clientId));
  }

  /** A new grant with its first tokens. */
  Row open(Row application, Consent consent) {
    String actor = consent.request().value("actor").orElse("user");
    return workspace.change(
        Author.person(consent.userId()),
        tx -> {
          String user = actor.equals("app") ? botUser(tx, application) : consent.userId();
          webhook(tx, application, consent.userId());
          Row grant =
              Row.created(Kind.GRANT, random.ids().get(), tx.now())
                  .with("applicationId", application.id())
                  .with("userId", user)
                  .with("actor", actor)
                  .with("scopes", List.copyOf(consent.request().scopes()));
          return tx.put(renewed(tx, grant));
        });
  }

  /** New tokens for a refresh token that is still good. */
  Optional<Row> rotate(Row application, String refreshToken) {
    return workspace.change(
        Author.NOBODY,
        tx ->
            first(tx.all(Kind.GRANT), "refreshToken", refreshToken)
                .or(() -> spentLately(tx, refreshToken))
                .filter(row -> row.text("revokedAt").isEmpty())
                .filter(row -> row.required("applicationId").equals(application.id()))
                .map(row -> tx.put(spent(tx, renewed(tx, row), refreshToken))));
  }

  private Optional<Row> spentLately(Transaction tx, String refreshToken) {
    return first(tx.all(Kind.GRANT), "spentRefreshToken", refreshToken)
        .filter(row ->
            Instant.parse(row.required("spentAt")).plus(lives.spentRefresh()).isAfter(tx.now()));
  }

  private static Row spent(Transaction tx, Row grant, String refreshToken) {
    return grant.with("spentRefreshToken", refreshToken).with("spentAt", Moments.text(tx.now()));
  }

  /** Ends the grant that this access or refresh token belongs to; false if there is none. */
  public boolean revoke(String token) {
    return workspace.change(
        Author.NOBODY,
        tx -> {
          Optional<Row> grant =
              first(tx.all(Kind.GRANT), "accessToken", token)
                  .or(() -> first(tx.all(Kind.GRANT), "refreshToken", token))
                  .filter(row -> row.text("revokedAt").isEmpty());
          grant.ifPresent(row -> end(tx, row));
          return grant.isPresent();
        });
  }

  /** Ends every grant of an application: what an admin does who removes it from the workspace. */
  public void revokeAll(String clientId) {
    application(clientId)
        .ifPresent(application ->
            workspace.run(
                Author.NOBODY, tx -> live(tx, application.id()).forEach(grant -> end(tx, grant))));
  }

  private static void end(Transaction tx, Row grant) {
    tx.put(grant.with("revokedAt", Moments.text(tx.now())));
    String application = grant.required("applicationId");
    if (live(tx, application).isEmpty()) {
      tx.referring(Kind.WEBHOOK, "applicationId", application).forEach(tx::remove);
    }
  }

  private static List<Row> live(Transaction tx, String application) {
    return tx.referring(Kind.GRANT, "applicationId", application).stream()
        .filter(row -> row.text("revokedAt").isEmpty())
        .toList();
  }

  private Row renewed(Transaction tx, Row grant) {
    return grant
        .with("accessToken", "lin_oauth_" + random.secrets().get())
        .with("refreshToken", "lin_refresh_" + random.secrets().get())
        .with("expiresAt", Moments.text(tx.now().plus(lives.access())));
  }

  /** The user that stands for an application which acts in its own name. */
  private String botUser(Transaction tx, Row application) {
    String email = application.required("clientId") + "@oauthapp.linear.app";
    return first(tx.all(Kind.USER), "email", email)
        .orElseGet(() ->
            tx.put(
                Row.created(Kind.USER, random.ids().get(), tx.now())
                    .with("name", application.required("name"))
                    .with("displayName", application.required("name"))
                    .with("email", email)
                    .with("app", true)))
        .id();
  }

  private void webhook(Transaction tx, Row application, String userId) {
    boolean there = !tx.referring(Kind.WEBHOOK, "applicationId", application.id()).isEmpty();
    Optional<String> url = application.text("webhookUrl");
    if (there || url.isEmpty()) {
      return;
    }
    tx.put(
        Row.created(Kind.WEBHOOK, random.ids().get(), tx.now())
            .with("applicationId", application.id())
            .with("creatorId", userId)
            .with("label", application.required("name"))
            .with("url", url.get())
            .with("secret", application.required("webhookSecret"))
            .with("resourceTypes", application.texts("resourceTypes"))
            .with("allPublicTeams", true)
            .with("enabled", true));
  }

  private static Optional<Row> first(List<Row> rows, String column, String value) {
    return rows.stream().filter(row -> row.text(column).equals(Optional.of(value))).findFirst();
  }
}
