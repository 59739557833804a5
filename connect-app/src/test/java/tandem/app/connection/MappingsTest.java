package tandem.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.app.fixture.TestDatabase;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

class MappingsTest {
  private static final InstallationId SITE = new InstallationId(1);

  /**
   * Twenty readers that each held one connection and waited for a second one stopped each other.
   */
  @Test
  void aMappingIsReadAndWrittenWithOneConnection() throws Exception {
    try (var postgres = TestDatabase.start();
        var pool = poolOfOne(postgres)) {
      migrate(pool);
      var mappings = new Mappings(JdbcClient.create(pool));

      var shop = mappings.put(mapping("SHOP", "features", "system-health"));
      var cart = mappings.put(mapping("CART", "features"));

      assertThat(mappings.find(shop.id())).contains(shop);
      assertThat(mappings.of(SITE)).containsExactly(cart, shop);
      assertThat(shop.policies().decisions()).isEqualTo(ConflictPolicy.ASK);
      assertThat(shop.budgets()).extracting(MappedBudget::share).containsExactly(90, 80);
    }
  }

  @Test
  void aMappingThatSaysNothingOfDecisionsTreatsThemLikeTheBudgetTag() throws Exception {
    try (var postgres = TestDatabase.start();
        var pool = poolOfOne(postgres)) {
      migrate(pool);
      var mappings = new Mappings(JdbcClient.create(pool));
      var shop = mappings.put(mapping("SHOP", "features"));
      JdbcClient.create(pool).sql("update mapping set decision_policy = null").update();

      assertThat(mappings.find(shop.id()).orElseThrow().policies())
          .isEqualTo(new Mapping.Policies(ConflictPolicy.LATEST, ConflictPolicy.LATEST));
    }
  }

  @Test
  void aTeamIsToldToEverySiteOfItsWorkspaceAndToNoOther() throws Exception {
    try (var postgres = TestDatabase.start();
        var pool = poolOfOne(postgres)) {
      migrate(pool);
      var database = JdbcClient.create(pool);
      connect(database, 1, "workspace");
      connect(database, 2, "workspace");
      connect(database, 3, "elsewhere");
      var mappings = new Mappings(database);
      var shop = mappings.put(mapping("SHOP", "features", "system-health"));
      var unused = mappings.put(mapping("CART", "features"));

      assertThat(mappings.ofTeam("workspace", shop.team().id()))
          .containsExactlyInAnyOrder(
              new Mappings.Connected(SITE, Optional.of(shop)),
              new Mappings.Connected(new InstallationId(2), Optional.empty()));
      assertThat(mappings.ofTeam("elsewhere", shop.team().id()))
          .as("the mapping of a site of another workspace is none of its business")
          .containsExactly(new Mappings.Connected(new InstallationId(3), Optional.empty()));
      assertThat(mappings.ofTeam("unknown", shop.team().id())).isEmpty();
    }
  }

  private static void connect(JdbcClient database, long site, String workspace) {
    database
        .sql(
            "insert into installation values (?, 'k' || ?, 'http://j', null, 'jira', null, '',"
                + " true, now()) on conflict do nothing")
        .params(site, site)
        .update();
    database
        .sql(
            "insert into linear_connection values (?, ?, 'Name', 'url', '', '', now(), null, 'me',"
                + " now())")
        .params(site, workspace)
        .update();
  }

  private static HikariDataSource poolOfOne(EmbeddedPostgres postgres) {
    var pool = new HikariDataSource();
    pool.setDataSource(postgres.getPostgresDatabase());
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(1_000);
    return pool;
  }

  private static void migrate(HikariDataSource pool) {
    var tables =
        Flyway.configure()
            .dataSource(pool.getDataSource())
            .locations("classpath:tandem/app/migration");
    tables.load().migrate();
    JdbcClient.create(pool)
        .sql(
            "insert into installation values (1, 'k', 'http://j', null, 'jira', null, '', true,"
                + " now())")
        .update();
  }

  private static Mapping mapping(String key, String... budgets) {
    return new Mapping(
        new MappingId(1),
        SITE,
        new Mapping.Project("of-" + key, key),
        new Mapping.Team("team-of-" + key, key, "Team"),
        "workspace",
        new Mapping.Policies(ConflictPolicy.LATEST, ConflictPolicy.ASK),
        Optional.empty(),
        List.of(budgets).stream().map(MappingsTest::budget).toList());
  }

  private static MappedBudget budget(String name) {
    return new MappedBudget(
        new Budget(name), name.equals("features") ? 90 : 80, "budget:" + name, "id-of-" + name);
  }
}
