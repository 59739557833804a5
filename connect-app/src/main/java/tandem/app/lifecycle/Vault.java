package tandem.app.lifecycle;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets before they are stored: Tink AES256-GCM under the operator's keyset, bound to their
 * {@link Place}. Values sealed under an older key of the keyset open as before. Safe for many
 * threads.
 */
public final class Vault {
  /** A Tink ciphertext starts with the byte 1 and the id of its key, big-endian. */
  private static final int PREFIX_BYTES = 5;

  private final Aead aead;
  private final int primaryKey;

  /** Uses the keyset's primary key to seal and all enabled ones to open. */
  public Vault(KeysetHandle keyset) {
    try {
      aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
      primaryKey = keyset.getPrimary().getId();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keyset cannot be used: " + e.getMessage(), e);
    }
  }

  /** The sealed form of a secret; different each time. */
  public byte[] seal(Place place, String secret) {
    try {
      return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed", e);
    }
  }

  /**
   * The secret.
   *
   * @throws IllegalStateException where it was sealed for another place, by a key that the keyset
   *     no longer holds, or was altered
   */
  public String open(Place place, byte[] sealed) {
    try {
      return new String(aead.decrypt(sealed, place.associatedData()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the stored secret " + place.column() + " does not open: is this its keyset?", e);
    }
  }

  /** Whether a newer key than this value's has become the primary one. */
  public boolean isOutdated(byte[] sealed) {
    return sealed.length < PREFIX_BYTES || ByteBuffer.wrap(sealed, 1, 4).getInt() != primaryKey;
  }
}
