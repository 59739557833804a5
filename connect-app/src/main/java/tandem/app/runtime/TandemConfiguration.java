package tandem.app.runtime;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import tandem.app.connection.LinearApplication;
import tandem.app.lifecycle.AllowedHosts;
import tandem.app.lifecycle.Vault;
import tandem.app.panel.ConnectClient;
import tandem.sync.store.SyncSchema;

/** The beans that are nobody's own: what the operator decided, time, keys, tables. */
@SpringBootApplication(scanBasePackages = "tandem.app")
class TandemConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  AllowedHosts allowedHosts(Settings settings) {
    return settings.jira().hosts();
  }

  @Bean
  LinearApplication linearApplication(Settings settings) {
    return settings.linear();
  }

  @Bean
  Vault vault(Settings settings) {
    return new Vault(new KeysetFile(settings.keyset()).loadOrCreate());
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean
  ConnectClient connectClient(Settings settings) {
    return new ConnectClient(settings.jira().allJs());
  }

  /** Migrates the app's tables and the engine's; each keeps a history of its own. */
  static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:tandem/app/migration")
        .table("app_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    SyncSchema.migrate(database);
  }
}
