package tandem.app.runtime;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tandem.app.connection.LinearApplication;
import tandem.app.lifecycle.AllowedHosts;
import tandem.app.lifecycle.Vault;

/** The beans that are nobody's own: what the operator decided, time, keys, tables. */
@SpringBootApplication(
    scanBasePackages = "tandem.app",
    exclude = UserDetailsServiceAutoConfiguration.class)
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

  /** Migrates the app's own tables; whoever reads them depends on it through the pool. */
  static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:tandem/app/migration")
        .table("app_schema_history")
        .load()
        .migrate();
  }
}
