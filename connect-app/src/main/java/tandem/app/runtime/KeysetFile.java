package tandem.app.runtime;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The operator's keyset: a Tink JSON keyset in a file of mode 0600, outside the data folder, so
 * that a copy of the data alone opens nothing. Created on the first start; losing it means that
 * every tenant has to install and connect again.
 */
final class KeysetFile {
  private final Path file;

  KeysetFile(Path file) {
    this.file = file;
  }

  /** The keyset, created where there is none. */
  KeysetHandle loadOrCreate() {
    try {
      Optional<String> stored = PrivateFile.read(file);
      return stored.isPresent() ? parse(stored.get()) : store(fresh());
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /** Adds a new primary key; the old keys still open what they sealed. */
  KeysetHandle rotate() {
    KeysetHandle old = loadOrCreate();
    try {
      return store(
          KeysetHandle.newBuilder(old)
              .setConfiguration(AeadConfig2026.get())
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static KeysetHandle fresh() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
  }

  private static KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
  }

  private KeysetHandle store(KeysetHandle keyset) throws IOException, GeneralSecurityException {
    PrivateFile.write(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    return keyset;
  }

  private StartRefused unusable(Exception cause) {
    return new StartRefused(
        "The keyset "
            + file
            + " cannot be read or written ("
            + cause.getMessage()
            + "): restore it from your backup or fix its access rights, or name another one in"
            + " TANDEM_KEYSET.",
        cause);
  }
}
