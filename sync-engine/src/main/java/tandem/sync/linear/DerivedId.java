package tandem.sync.linear;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids for what we create in Linear: the same parts give the same id, so that a second attempt finds
 * the first. They look like random ones (UUID version 4), which is all that Linear takes.
 */
final class DerivedId {
  private static final long VERSION_BITS = 0xF000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
  private static final long VARIANT_IETF = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  static String of(String... parts) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(String.join("\n", parts)));
    long high = (hash.getLong() & ~VERSION_BITS) | VERSION_4;
    long low = (hash.getLong() & ~VARIANT_BITS) | VARIANT_IETF;
    return new UUID(high, low).toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
