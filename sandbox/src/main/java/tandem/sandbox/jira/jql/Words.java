package tandem.sandbox.jira.jql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text search: each word that is asked for must begin some word of the text. Jira matches word
 * stems; beginnings come near enough (*assumed*). Everything that is no letter or digit separates.
 */
final class Words {
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  static List<String> of(String text) {
    return Arrays.stream(SEPARATOR.split(text.toLowerCase(Locale.ROOT), -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static boolean begin(List<String> words, List<String> wanted) {
    return wanted.stream().allMatch(w -> words.stream().anyMatch(word -> word.startsWith(w)));
  }
}
