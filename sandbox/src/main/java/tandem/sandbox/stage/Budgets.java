package tandem.sandbox.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The budgets of the stage's mapping: more than a team would have, to tell edits apart. */
public final class Budgets {
  /** What a budget's label in Jira begins with. */
  static final String PREFIX = "budget:";

  /** Their names. */
  public static final List<String> NAMES =
      List.of("features", "health", "security", "speed", "docs", "support", "research", "comfort");

  private Budgets() {}

  /** Shares by name; together 100. */
  static Map<String, Integer> shares() {
    var shares = new LinkedHashMap<String, Integer>();
    NAMES.forEach(name -> shares.put(name, 12));
    shares.put("features", 16);
    return shares;
  }
}
