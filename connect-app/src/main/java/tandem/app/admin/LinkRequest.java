package tandem.app.admin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Two issues that an admin wants linked, by their keys. */
record LinkRequest(@Nullable String jira, @Nullable String linear) {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,63}-[1-9]\\d{0,9}");

  /** The keys, or the answer that names what is wrong. */
  record Checked(String jira, String linear) {
    String projectKey() {
      return jira.substring(0, jira.lastIndexOf('-'));
    }
  }

  Checked checked() {
    if (jira == null || linear == null || !isKey(jira) || !isKey(linear)) {
      throw ChoiceRequest.wrong(
          "Give jira and linear, the keys of the two issues, for instance SHOP-12 and CHK-7.");
    }
    return new Checked(jira, linear);
  }

  private static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }
}
