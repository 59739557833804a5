package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.fixture.TestDatabase;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.Stop;

/** How much the background may call, on a real PostgreSQL that nodes share. */
class SharedAllowanceTest {
  private static final InstallationId SITE = new InstallationId(1);
  private static final InstallationId OTHER_SITE = new InstallationId(2);
  private static final InstallationId THIRD_SITE = new InstallationId(3);
  private static final Instant TWENTY_PAST = Instant.parse("2026-03-01T12:20:00Z");

  private static EmbeddedPostgres postgres;
  private static HikariDataSource source;

  private Instant now = TWENTY_PAST;
  private SharedAllowance allowance;

  @BeforeAll
  static void start() throws IOException {
    postgres = TestDatabase.start();
    source = new HikariDataSource();
    source.setDataSource(postgres.getPostgresDatabase());
    TandemConfiguration.migrate(source);
  }

  @AfterAll
  static void stop() throws IOException {
    source.close();
    postgres.close();
  }

  @BeforeEach
  void empty() {
    JdbcClient.create(source).sql("truncate call_allowance").update();
    allowance = node();
  }

  /**
   * A background share of 800 points for all sites, 400 for one, 160 requests and 16,000 points to
   * Linear.
   */
  private SharedAllowance node() {
    return new SharedAllowance(source, HourlyLimits.of(1_000, 200, 20_000), () -> now);
  }

  @Test
  void aFifthOfLinearsRequestsIsLeftToPeopleAndMoreComesSteadily() {
    assertThat(spendable(allowance, SITE, Side.RIGHT, Errand.READ)).isEqualTo(160);
    assertThat(allowance.spend(OTHER_SITE, Side.RIGHT, Errand.READ)).isEmpty();
    assertThat(allowance.spend(SITE, Side.LEFT, Errand.READ)).as("the other tracker").isEmpty();
    now = now.plus(Duration.ofMinutes(15));
    assertThat(spendable(allowance, SITE, Side.RIGHT, Errand.WRITE)).isEqualTo(40);
  }

  @Test
  void pagesOfLinearCostMorePointsThanTheirRequestsSay() {
    assertThat(spendable(allowance, SITE, Side.RIGHT, Errand.LIST)).isEqualTo(12);
    Optional<Stop> stop = allowance.spend(SITE, Side.RIGHT, Errand.LIST);
    assertThat(stop.orElseThrow().why()).contains("Linear", "kept for people");
    assertThat(allowance.spend(OTHER_SITE, Side.RIGHT, Errand.LIST)).isEmpty();
    now = now.plus(Duration.ofMinutes(30));
    assertThat(spendable(allowance, SITE, Side.RIGHT, Errand.LIST)).isEqualTo(7);
  }

  @Test
  void aPageCanBeListedHoweverSmallLinearsLimitIs() {
    var small = new SharedAllowance(source, HourlyLimits.of(1_000, 200, 100), () -> now);
    assertThat(spendable(small, SITE, Side.RIGHT, Errand.LIST)).isEqualTo(1);
  }

  @Test
  void aFifthOfJirasPointsIsLeftToPeopleAndTheCountBeginsAnewAtTheTopOfTheHour() {
    assertThat(spendable(allowance, SITE, Side.LEFT, Errand.LIST)).isEqualTo(3);
    assertThat(spendable(allowance, SITE, Side.LEFT, Errand.READ)).isEqualTo(48);
    Optional<Stop> stop = allowance.spend(SITE, Side.LEFT, Errand.READ);
    assertThat(stop.orElseThrow().until()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    assertThat(stop.orElseThrow().why()).contains("Jira", "kept for people");
    now = Instant.parse("2026-03-01T13:00:01Z");
    assertThat(spendable(allowance, SITE, Side.LEFT, Errand.READ)).isEqualTo(200);
  }

  @Test
  void allSitesTogetherKeepWithinJirasPointsForTheApp() {
    assertThat(spendable(allowance, SITE, Side.LEFT, Errand.READ)).isEqualTo(200);
    assertThat(spendable(allowance, OTHER_SITE, Side.LEFT, Errand.READ)).isEqualTo(200);
    assertThat(allowance.spend(THIRD_SITE, Side.LEFT, Errand.READ)).isPresent();
  }

  @Test
  void nodesShareTheCount() {
    SharedAllowance other = node();
    int spent = 0;
    for (int i = 0; i < 400; i++) {
      SharedAllowance node = i % 2 == 0 ? allowance : other;
      spent += node.spend(SITE, Side.RIGHT, Errand.READ).isEmpty() ? 1 : 0;
    }
    assertThat(spent).isEqualTo(160);
  }

  @Test
  void whereTheCountCannotBeKeptTheCallIsMade() {
    try (HikariDataSource closed = new HikariDataSource()) {
      closed.setDataSource(postgres.getPostgresDatabase());
      closed.close();
      var blind = new SharedAllowance(closed, HourlyLimits.of(1_000, 200, 20_000), () -> now);
      assertThat(blind.spend(SITE, Side.LEFT, Errand.READ)).isEmpty();
    }
  }

  private static int spendable(
      SharedAllowance allowance, InstallationId tenant, Side side, Errand errand) {
    int calls = 0;
    while (calls < 10_000 && allowance.spend(tenant, side, errand).isEmpty()) {
      calls++;
    }
    return calls;
  }
}
