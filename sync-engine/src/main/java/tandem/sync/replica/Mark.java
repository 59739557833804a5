package tandem.sync.replica;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tandem.sync.model.Original;

/**
 * Tells an echo from news: the same ref with the same text always has the same mark, and in
 * practice nothing else has. SHA-256 in hexadecimal, 64 characters.
 */
public final class Mark {
  private Mark() {}

  public static String of(Original original) {
    return of(original.ref(), original.text());
  }

  /**
   * The mark of a text that stands under this name.
   *
   * @param ref the tracker's own name for the text
   * @param text all of it, as {@link Original#text()} has it
   */
  public static String of(String ref, String text) {
    MessageDigest digest = sha256();
    digest.update(ref.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
