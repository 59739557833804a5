package tandem.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tandem.app.fixture.TestDatabase;
import tandem.app.lifecycle.ResealedSecrets.Column;
import tandem.sync.model.InstallationId;

class ResealedSecretsTest {
  private static final Column COLUMN = new Column("safe", "tenant", "secret");

  private static KeysetHandle fresh() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
  }

  private static KeysetHandle rotated(KeysetHandle old) throws GeneralSecurityException {
    return KeysetHandle.newBuilder(old)
        .setConfiguration(AeadConfig2026.get())
        .addEntry(
            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary())
        .build();
  }

  @Test
  void afterARotationEveryValueIsSealedUnderTheNewKeyAndStillOpens() throws Exception {
    try (EmbeddedPostgres postgres = TestDatabase.start()) {
      JdbcClient database = JdbcClient.create(postgres.getPostgresDatabase());
      database.sql("create table safe (tenant bigint primary key, secret bytea)").update();
      KeysetHandle keys = fresh();
      Vault old = new Vault(keys);
      for (long tenant = 1; tenant <= 3; tenant++) {
        byte[] sealed = old.seal(COLUMN.placeFor(new InstallationId(tenant)), "secret-" + tenant);
        database.sql("insert into safe values (?, ?)").params(tenant, sealed).update();
      }
      Vault rotated = new Vault(rotated(keys));

      assertThat(new ResealedSecrets(database, old).reseal(COLUMN)).isZero();
      assertThat(new ResealedSecrets(database, rotated).reseal(COLUMN)).isEqualTo(3);
      assertThat(new ResealedSecrets(database, rotated).reseal(COLUMN)).isZero();

      for (long tenant = 1; tenant <= 3; tenant++) {
        byte[] sealed =
            database
                .sql("select secret from safe where tenant = ?")
                .param(tenant)
                .query(byte[].class)
                .single();
        assertThat(rotated.isOutdated(sealed)).isFalse();
        assertThat(rotated.open(COLUMN.placeFor(new InstallationId(tenant)), sealed))
            .isEqualTo("secret-" + tenant);
      }
    }
  }
}
