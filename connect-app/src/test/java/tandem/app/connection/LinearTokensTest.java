package tandem.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tandem.app.fixture.TestDatabase;
import tandem.app.lifecycle.Vault;
import tandem.sync.linear.LinearAuthorization;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** How grants are refreshed and lost, on a real database and a token endpoint that misbehaves. */
class LinearTokensTest {
  private static final InstallationId TENANT = new InstallationId(1);
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Connection.Workspace WORKSPACE =
      new Connection.Workspace("w", "Checkout", URI.create("https://linear.app/checkout"));
  private static final String FRESH =
      "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":86399}";

  private static EmbeddedPostgres postgres;
  private static BrokenLinear linear;
  private static JdbcClient database;
  private static Connections connections;
  private static LinearTokens tokens;

  @BeforeAll
  static void start() throws Exception {
    postgres = TestDatabase.start();
    linear = new BrokenLinear();
    var source = postgres.getPostgresDatabase();
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:tandem/app/migration")
        .load()
        .migrate();
    database = JdbcClient.create(source);
    database
        .sql(
            "insert into installation values (1, 'k', 'http://j', null, 'jira', null, '', true,"
                + " now())")
        .update();
    Vault vault =
        new Vault(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    connections = new Connections(database, vault, () -> NOW);
    tokens =
        new LinearTokens(
            connections,
            new LinearOAuth(application(), new OkHttpClient(), new ObjectMapper(), () -> NOW),
            new TransactionTemplate(new DataSourceTransactionManager(source)),
            () -> NOW);
  }

  private static LinearApplication application() {
    URI token = linear.url();
    return new LinearApplication(
        new LinearApplication.Endpoints(token, token, token), "id", "secret", "hook", token);
  }

  @AfterAll
  static void stop() throws Exception {
    linear.close();
    postgres.close();
  }

  @BeforeEach
  void connect() {
    connect(NOW.plusSeconds(3600));
    linear.answers(200, FRESH);
  }

  private static void connect(Instant until) {
    connections.connect(
        TENANT, WORKSPACE, new LinearGrant("access-1", "refresh-1", until), "somebody");
  }

  private static LinearAuthorization authorization() {
    return tokens.of(TENANT);
  }

  private static String refreshToken() {
    return connections.stored(TENANT).orElseThrow().grant().refreshToken();
  }

  @Test
  void aGrantThatLastsIsUsedAsItIs() {
    assertThat(authorization().header()).isEqualTo(new Outcome.Done<>("Bearer access-1"));
    assertThat(linear.calls).hasValue(0);
  }

  @Test
  void aGrantThatEndsSoonIsRefreshedAndBothNewTokensAreKept() {
    connect(NOW.plusSeconds(60));
    assertThat(authorization().header()).isEqualTo(new Outcome.Done<>("Bearer access-2"));
    assertThat(refreshToken()).isEqualTo("refresh-2");
  }

  @Test
  void aRefusedHeaderIsRefreshedOnceHoweverManyAsk() throws Exception {
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome<String>>> answers =
          IntStream.range(0, 8)
              .mapToObj(i -> many.submit(() -> authorization().afterRefusal("Bearer access-1")))
              .toList();
      for (Future<Outcome<String>> answer : answers) {
        assertThat(answer.get()).isEqualTo(new Outcome.Done<>("Bearer access-2"));
      }
    }
    assertThat(linear.calls).hasValue(1);
  }

  @Test
  void aTokenEndpointThatIsDownIsNotARevokedGrant() {
    linear.answers(503, "busy");
    assertThat(authorization().afterRefusal("Bearer access-1"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(RemoteFailure.TrackerDown.class));
    assertThat(connections.find(TENANT).orElseThrow().pausedBecause()).isEmpty();
    linear.answers(200, FRESH);
    assertThat(authorization().afterRefusal("Bearer access-1"))
        .isEqualTo(new Outcome.Done<>("Bearer access-2"));
  }

  @Test
  void aRevokedGrantPausesTheConnectionWithItsReasonAndIsNotAskedAgain() {
    linear.answers(400, "{\"error\":\"invalid_grant\"}");
    assertThat(authorization().afterRefusal("Bearer access-1"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(RemoteFailure.AccessGone.class));
    assertThat(connections.find(TENANT).orElseThrow().pausedBecause().orElse(""))
        .contains("connect it again");
    assertThat(authorization().header()).isInstanceOf(Outcome.Failed.class);
    assertThat(linear.calls).hasValue(1);
  }

  @Test
  void connectingAgainEndsThePause() {
    linear.answers(400, "{\"error\":\"invalid_grant\"}");
    authorization().afterRefusal("Bearer access-1");
    connect(NOW.plusSeconds(3600));
    assertThat(authorization().header()).isEqualTo(new Outcome.Done<>("Bearer access-1"));
  }

  @Test
  void tokensAreNotReadableInTheTable() {
    byte[] stored =
        database.sql("select access_token from linear_connection").query(byte[].class).single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("access-1");
  }
}
