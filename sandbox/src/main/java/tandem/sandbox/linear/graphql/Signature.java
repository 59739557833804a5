package tandem.sandbox.linear.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;

/**
 * Signs what is created. A person is the creator; an application that acts in its own name ({@code
 * actor=app}) leaves the creator empty and stands in {@code botActor}, where {@code createAsUser}
 * puts a name beside it. Which id an application shows there is not known: its application id is
 * assumed.
 */
record Signature(Invocation in) {
  static Signature of(Invocation in) {
    return new Signature(in);
  }

  Row sign(Row row, Input input) {
    boolean named =
        input.text("createAsUser").isPresent() || input.text("displayIconUrl").isPresent();
    if (named && in.caller().author().applicationId().isEmpty()) {
      throw LinearError.invalid("createAsUser and displayIconUrl require actor=app");
    }
    return in.caller()
        .author()
        .applicationId()
        .map(id -> bot(row, id, input))
        .orElseGet(() -> person(row));
  }

  private Row person(Row row) {
    String column = row.kind() == Kind.COMMENT ? "userId" : "creatorId";
    return row.with(column, in.caller().author().userId());
  }

  private Row bot(Row row, String applicationId, Input input) {
    if (!row.kind().has("botActor")) {
      return row;
    }
    Map<String, Object> bot = new LinkedHashMap<>();
    bot.put("id", applicationId);
    bot.put("type", "oauthClient");
    bot.put("name", Lookup.row(in.rows(), Kind.APPLICATION, applicationId).required("name"));
    input.text("createAsUser").ifPresent(name -> bot.put("userDisplayName", name));
    return row.with("botActor", bot);
  }
}
