package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tandem.app.runtime.Settings.DatabaseSettings;

class SettingsReaderTest {
  private static Settings read(Map<String, String> environment) {
    return new SettingsReader(environment).read();
  }

  @Test
  void withoutAnyVariableTheVendorsAddressesAndAnEmbeddedDatabaseAreUsed() {
    Settings settings = read(Map.of());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.baseUrl()).hasToString("http://localhost:8080");
    assertThat(settings.database()).isInstanceOf(DatabaseSettings.Embedded.class);
    assertThat(settings.jira().installKeys())
        .hasToString("https://connect-install-keys.atlassian.com");
    assertThat(settings.linear().endpoints().api()).hasToString("https://api.linear.app/graphql");
    assertThat(settings.linear().isSetUp()).isFalse();
  }

  @Test
  void theKeysetStandsBesideTheDataFolderAndNeverInIt() {
    Settings settings = read(Map.of("TANDEM_DATA_DIR", "/srv/tandem/data"));
    assertThat(settings.keyset()).isEqualTo(Path.of("/srv/tandem/tandem-keyset.json"));
    assertThat(read(Map.of("TANDEM_KEYSET", "file:/etc/tandem/keys.json")).keyset())
        .isEqualTo(Path.of("/etc/tandem/keys.json"));
  }

  @Test
  void secretsAreNotShown() {
    Settings settings =
        read(
            Map.of(
                "TANDEM_DATABASE_URL", "jdbc:postgresql://db/tandem",
                "TANDEM_DATABASE_PASSWORD", "db-secret",
                "TANDEM_LINEAR_CLIENT_ID", "id",
                "TANDEM_LINEAR_CLIENT_SECRET", "client-secret",
                "TANDEM_LINEAR_WEBHOOK_SECRET", "webhook-secret"));
    assertThat(settings.toString()).doesNotContain("db-secret", "client-secret", "webhook-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "TANDEM_PORT, 0",
    "TANDEM_PORT, 65536",
    "TANDEM_SWEEP_MINUTES, 1441",
    "TANDEM_SWEEP_MINUTES, soon",
    "TANDEM_REVISIT_MINUTES, 0",
    "TANDEM_REVISIT_MINUTES, 10081",
    "TANDEM_BASE_URL, ftp://example.com",
    "TANDEM_BASE_URL, no url",
    "TANDEM_DATABASE_URL, jdbc:mysql://db/tandem",
    "TANDEM_KEYSET, kms://key",
    "TANDEM_ALLOWED_JIRA_HOSTS, https://x",
    "TANDEM_LINEAR_TOKEN_URL, linear.app",
    "TANDEM_LINEAR_CLIENT_SECRET, alone"
  })
  void aWrongValueIsNamedInOneSentence(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(name)
        .hasMessageEndingWith(".");
  }

  @Test
  void aKeysetInsideTheDataFolderIsRefused() {
    assertThatThrownBy(
            () -> read(Map.of("TANDEM_DATA_DIR", "/srv/data", "TANDEM_KEYSET", "/srv/data/k.json")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("outside TANDEM_DATA_DIR");
  }

  @Test
  void aPasswordInTheDatabaseAddressIsRefusedAndNotRepeated() {
    assertThatThrownBy(
            () -> read(Map.of("TANDEM_DATABASE_URL", "jdbc:postgresql://db/t?password=hidden")))
        .isInstanceOf(StartRefused.class)
        .hasMessageNotContaining("hidden");
  }
}
