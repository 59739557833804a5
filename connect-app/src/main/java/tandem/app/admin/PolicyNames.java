package tandem.app.admin;

import java.util.Arrays;
import java.util.Optional;
import tandem.sync.model.ConflictPolicy;

/** What the API calls the conflict policies. Here left is Jira and right is Linear. */
final class PolicyNames {
  private PolicyNames() {}

  static String nameOf(ConflictPolicy policy) {
    return switch (policy) {
      case LATEST -> "latest";
      case PREFER_LEFT -> "prefer-jira";
      case PREFER_RIGHT -> "prefer-linear";
      case ASK -> "ask";
    };
  }

  static Optional<ConflictPolicy> policyOf(String name) {
    return Arrays.stream(ConflictPolicy.values()).filter(it -> nameOf(it).equals(name)).findFirst();
  }
}
