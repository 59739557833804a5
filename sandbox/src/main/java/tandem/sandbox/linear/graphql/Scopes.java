package tandem.sandbox.linear.graphql;

import java.util.Map;
import java.util.Set;
import tandem.sandbox.linear.access.Caller;
import tandem.sandbox.linear.error.LinearError;

/**
 * Which scopes a mutation asks of an OAuth application, as
 * linear.app/developers/oauth-2-0-authentication describes them. The wording of the refusal is
 * assumed.
 */
final class Scopes {
  private static final Map<String, Set<String>> NARROWER =
      Map.of(
          "issueCreate", Set.of("write", "issues:create"),
          "attachmentCreate", Set.of("write", "issues:create"),
          "commentCreate", Set.of("write", "comments:create"),
          "webhookCreate", Set.of("admin"),
          "webhookUpdate", Set.of("admin"),
          "webhookDelete", Set.of("admin"),
          "webhookRotateSecret", Set.of("admin"));

  private Scopes() {}

  static void require(Caller caller, String mutation) {
    Set<String> wanted = NARROWER.getOrDefault(mutation, Set.of("write"));
    if (!caller.mayAny(wanted)) {
      throw LinearError.forbidden("Invalid scope: `" + wanted.iterator().next() + "` required");
    }
  }
}
