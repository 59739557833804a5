package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.scenario.CheckoutTeam.Member;

/** The people of the story who work in Linear: each speaks GraphQL as themselves. */
final class LinearVoices {
  private final LinearService linear;
  private final Map<String, String> userIds = new HashMap<>();

  LinearVoices(LinearService linear) {
    this.linear = linear;
  }

  void enter(Member member) {
    String mail = member.id().toLowerCase(Locale.ROOT) + "@example.com";
    boolean admin = member.role().equals("ADMIN");
    userIds.put(member.id(), linear.seed().person(member.name(), mail, admin));
  }

  /** The Linear user of a member; throws for somebody who never came in. */
  String userId(String member) {
    var id = userIds.get(member);
    if (id == null) {
      throw new IllegalArgumentException(member + " is not in Linear");
    }
    return id;
  }

  /**
   * Runs a mutation of one argument {@code input}.
   *
   * @param what the mutation's field and, after a space, the type of its input
   * @return the mutation's payload
   */
  JsonNode create(String who, String what, String selection, Map<String, ?> input) {
    String field = what.split(" ", 2)[0];
    String type = what.split(" ", 2)[1];
    var query =
        "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, field, selection);
    return linear.ask(userId(who), query, Map.of("input", input)).path(field);
  }

  void update(String who, String issueId, Map<String, ?> input) {
    var query =
        "mutation($id: String!, $input: IssueUpdateInput!)"
            + " { issueUpdate(id: $id, input: $input) { success } }";
    linear.ask(userId(who), query, Map.of("id", issueId, "input", input));
  }
}
