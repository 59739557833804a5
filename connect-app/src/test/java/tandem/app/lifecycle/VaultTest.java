package tandem.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;

class VaultTest {
  private static final Place PLACE = Place.of(new InstallationId(7), "installation.shared_secret");

  private final KeysetHandle keys = fresh();
  private final Vault vault = new Vault(keys);

  private static KeysetHandle fresh() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
  void whatWasSealedOpensAtItsPlace() {
    assertThat(vault.open(PLACE, vault.seal(PLACE, "secret"))).isEqualTo("secret");
  }

  @Test
  void theSealedFormDoesNotShowTheSecret() {
    assertThat(new String(vault.seal(PLACE, "secret"), StandardCharsets.UTF_8))
        .doesNotContain("secret");
  }

  @Test
  void aSealedValueDoesNotOpenInAnotherTenantsRow() {
    byte[] sealed = vault.seal(PLACE, "secret");
    Place stolen = Place.of(new InstallationId(8), PLACE.column());
    assertThatIllegalStateException().isThrownBy(() -> vault.open(stolen, sealed));
  }

  @Test
  void aSealedValueDoesNotOpenInAnotherColumn() {
    byte[] sealed = vault.seal(PLACE, "secret");
    Place moved = new Place(PLACE.tenant(), "linear_connection.access_token", PLACE.row());
    assertThatIllegalStateException().isThrownBy(() -> vault.open(moved, sealed));
  }

  @Test
  void anAlteredValueDoesNotOpen() {
    byte[] sealed = vault.seal(PLACE, "secret");
    sealed[sealed.length - 1] ^= 1;
    assertThatIllegalStateException().isThrownBy(() -> vault.open(PLACE, sealed));
  }

  @Test
  void afterARotationTheOldValueOpensAndIsOutdated() throws GeneralSecurityException {
    byte[] old = vault.seal(PLACE, "secret");
    Vault later = new Vault(rotated(keys));
    assertThat(later.open(PLACE, old)).isEqualTo("secret");
    assertThat(later.isOutdated(old)).isTrue();
    assertThat(later.isOutdated(later.seal(PLACE, "secret"))).isFalse();
    assertThat(vault.isOutdated(old)).isFalse();
  }

  @Test
  void withoutTheOldKeyTheOldValueDoesNotOpen() {
    byte[] old = vault.seal(PLACE, "secret");
    assertThatIllegalStateException().isThrownBy(() -> new Vault(fresh()).open(PLACE, old));
  }
}
