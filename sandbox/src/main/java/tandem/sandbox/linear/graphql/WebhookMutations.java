package tandem.sandbox.linear.graphql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;

/**
 * Webhooks that an admin sets up: for one team or for all public teams. A secret is generated where
 * none is given, as the schema says at {@code Webhook.secret}; admins can read it.
 */
final class WebhookMutations {
  private static final Set<String> FIELDS =
      Set.of(
          "id", "label", "url", "secret", "enabled", "allPublicTeams", "resourceTypes", "teamId");

  private WebhookMutations() {}

  static void register(Fields fields) {
    fields
        .mutation("webhookCreate", WebhookMutations::create)
        .mutation("webhookUpdate", WebhookMutations::update)
        .mutation("webhookDelete", WebhookMutations::delete)
        .mutation("webhookRotateSecret", WebhookMutations::rotate);
  }

  private static Map<String, @Nullable Object> create(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    Input input = Input.of("WebhookCreateInput", args, FIELDS);
    if (input.text("teamId").isPresent() == Boolean.TRUE.equals(input.value("allPublicTeams"))) {
      throw LinearError.invalid("Either teamId or allPublicTeams must be given");
    }
    Row webhook =
        in.change(tx -> {
          input.text("teamId").ifPresent(team -> Lookup.row(tx, Kind.TEAM, team));
          Row row =
              Row.created(Kind.WEBHOOK, Lookup.freshId(tx, Kind.WEBHOOK, input, in), tx.now())
                  .with("enabled", true)
                  .with("allPublicTeams", false)
                  .with("secret", freshSecret(in));
          row = Signature.of(in).sign(row, input);
          return tx.put(written(input.copy(row, "teamId", "allPublicTeams"), input));
        });
    return Payload.showing(in, "webhook", webhook);
  }

  private static Map<String, @Nullable Object> update(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    Input input = Input.of("WebhookUpdateInput", args, FIELDS);
    Row webhook =
        in.change(tx -> tx.put(written(Lookup.row(tx, Kind.WEBHOOK, args.get("id")), input)));
    return Payload.showing(in, "webhook", webhook);
  }

  private static Row written(Row row, Input input) {
    if (input.has("resourceTypes")) {
      known(input.texts("resourceTypes"));
    }
    if (input.has("url")) {
      address(input.filled("url"));
    }
    Row next = input.copy(row, "label", "url", "resourceTypes");
    if (input.text("secret").isPresent()) {
      next = next.with("secret", input.filled("secret"));
    }
    if (input.value("enabled") instanceof Boolean enabled) {
      next = next.with("enabled", enabled);
    }
    return next;
  }

  /** Linear takes https only; on localhost http must do. */
  private static void address(String url) {
    if (!url.matches("https?://[^\\s/?#]+(/\\S*)?")) {
      throw LinearError.invalid("url must be an http or https address");
    }
  }

  private static void known(List<String> types) {
    List<String> unknown = new ArrayList<>(types);
    unknown.removeAll(Arrays.asList(LinearSchema.webhookResourceTypes()));
    if (types.isEmpty() || !unknown.isEmpty()) {
      throw LinearError.invalid("resourceTypes holds an unknown type or none: " + unknown);
    }
  }

  private static Map<String, @Nullable Object> delete(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    return in.change(tx -> {
      Row row = Lookup.row(tx, Kind.WEBHOOK, args.get("id"));
      tx.remove(row);
      return Payload.deleted(in, row);
    });
  }

  private static Map<String, @Nullable Object> rotate(Invocation in, Map<String, Object> args) {
    in.requireAdmin();
    String secret = freshSecret(in);
    in.change(tx -> tx.put(Lookup.row(tx, Kind.WEBHOOK, args.get("id")).with("secret", secret)));
    return Payload.showing(in, "secret", secret);
  }

  private static String freshSecret(Invocation in) {
    return "lin_wh_" + in.newId().replace("-", "");
  }
}
