package tandem.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.fixture.TestDatabase;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.linear.LinearAuthorization;
import tandem.sync.linear.LinearHttp;
import tandem.sync.linear.LinearWorkspace;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;

/** A webhook that Linear switches off after its retries, with a grant that reaches it or not. */
class WebhookWatchTest {
  private static final InstallationId SITE = new InstallationId(1);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String WORKSPACE = "workspace";

  private static EmbeddedPostgres postgres;
  private static HikariDataSource source;
  private static LinearService linear;
  private static String admin;
  private static String member;
  private static String team;

  private Instant now = NOON;
  private LinearWebhooks webhooks;
  private String webhook;

  @BeforeAll
  static void start() throws Exception {
    postgres = TestDatabase.start();
    source = new HikariDataSource();
    source.setDataSource(postgres.getPostgresDatabase());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:tandem/app/migration")
        .load()
        .migrate();
    linear = LinearService.start(LinearSettings.defaults().retrying(List.of()));
    linear.seed().organization("Checkout", "checkout");
    admin = linear.seed().person("Lin Admin", "lin@example.com", true);
    member = linear.seed().person("Mem Ber", "mem@example.com", false);
    team = linear.seed().team("CHK", "Checkout");
  }

  @AfterAll
  static void stop() throws Exception {
    linear.close();
    source.close();
    postgres.close();
  }

  @BeforeEach
  void aWebhookThatDelivered() {
    JdbcClient database = JdbcClient.create(source);
    database.sql("truncate linear_webhook").update();
    webhooks = new LinearWebhooks(database, () -> now);
    webhook =
        linear
            .ask(
                admin,
                "mutation($i: WebhookCreateInput!) { webhookCreate(input: $i) { webhook { id } } }",
                Map.of(
                    "i",
                    Map.of(
                        "url",
                        "http://127.0.0.1:1/nobody",
                        "allPublicTeams",
                        true,
                        "resourceTypes",
                        List.of("Issue"))))
            .at("/webhookCreate/webhook/id")
            .asText();
    webhooks.heard(WORKSPACE, webhook);
  }

  private WebhookWatch watch(String person) {
    String key = linear.seed().apiKey(person);
    LinearAuthorization authorization =
        new LinearAuthorization() {
          @Override
          public Outcome<String> header() {
            return new Outcome.Done<>(key);
          }

          @Override
          public Outcome<String> afterRefusal(String refused) {
            throw new AssertionError("the key is good");
          }
        };
    Workspaces workspaces =
        new Workspaces(null, null, null) {
          @Override
          public LinearWorkspace of(InstallationId installation) {
            return new LinearWorkspace(
                linear.apiUrl(), authorization, new LinearHttp(() -> Instant.now()));
          }
        };
    return new WebhookWatch(webhooks, workspaces, () -> now);
  }

  private void failUntilItIsOff() {
    linear.ask(
        admin,
        "mutation($i: IssueCreateInput!) { issueCreate(input: $i) { success } }",
        Map.of("i", Map.of("teamId", team, "title", "Nobody hears of it")));
    await().atMost(Duration.ofSeconds(60)).until(() -> !isOn());
  }

  private boolean isOn() {
    return linear
        .ask(admin, "query($id: String!) { webhook(id: $id) { enabled } }", Map.of("id", webhook))
        .at("/webhook/enabled")
        .asBoolean();
  }

  @Test
  void aWebhookThatWasSwitchedOffIsSwitchedOnAgain() {
    failUntilItIsOff();
    watch(admin).look(SITE, WORKSPACE, 3);
    assertThat(isOn()).isTrue();
    assertThat(webhooks.trouble(WORKSPACE)).isEmpty();
  }

  @Test
  void aWebhookThatIsGoneCannotBeSwitchedOnAndTheAdminIsTold() {
    linear.ask(
        admin,
        "mutation($id: String!) { webhookDelete(id: $id) { success } }",
        Map.of("id", webhook));
    watch(admin).look(SITE, WORKSPACE, 0);
    assertThat(webhooks.trouble(WORKSPACE).orElse("")).contains("Settings, API, Webhooks");
  }

  @Test
  void withAGrantThatMayNotLookItsSilenceWhileChangesAreFoundTellsTheAdmin() {
    failUntilItIsOff();
    WebhookWatch watch = watch(member);
    watch.look(SITE, WORKSPACE, 0);
    now = NOON.plus(Duration.ofMinutes(20));
    watch.look(SITE, WORKSPACE, 0);
    assertThat(webhooks.trouble(WORKSPACE)).as("silent, and nothing was missed").isEmpty();
    watch.look(SITE, WORKSPACE, 2);
    assertThat(isOn()).isFalse();
    assertThat(webhooks.trouble(WORKSPACE).orElse("")).contains("switch it on again in Linear");
    watch.look(SITE, WORKSPACE, 2);
    assertThat(webhooks.trouble(WORKSPACE)).as("until it is heard").isPresent();
    webhooks.heard(WORKSPACE, webhook);
    watch.look(SITE, WORKSPACE, 5);
    assertThat(webhooks.trouble(WORKSPACE)).isEmpty();
  }

  @Test
  void aWebhookThatWasNeverHeardIsNotLookedFor() {
    watch(admin).look(SITE, "another workspace", 9);
    assertThat(webhooks.trouble("another workspace")).isEmpty();
  }
}
