package tandem.app.decision;

import java.text.Normalizer;
import java.util.Locale;

/** A short name made of {@code a-z 0-9 -} for a text. */
final class Slug {
  private static final int LONGEST = 48;

  private Slug() {}

  /** Never empty, never longer than 48 characters: {@code decision} where nothing can be kept. */
  static String of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST + 1, plain.length()));
    String slug = trimmed(trimmed(cut).substring(0, Math.min(LONGEST, trimmed(cut).length())));
    return slug.isEmpty() ? "decision" : slug;
  }

  private static String trimmed(String text) {
    return text.replaceAll("^-+|-+$", "");
  }
}
