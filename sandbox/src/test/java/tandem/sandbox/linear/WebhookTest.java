package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.linear.LinearRoom.Got;
import tandem.sandbox.linear.webhook.Signing;

/** Webhooks as they go out: what they say, how they are signed, what happens when they fail. */
class WebhookTest {
  private LinearRoom room;
  private Receiver receiver;

  @AfterEach
  void close() {
    room.close();
    receiver.close();
  }

  private void open(List<Duration> retries, IntUnaryOperator status) throws IOException {
    receiver = new Receiver(status);
    room = new LinearRoom(LinearSettings.defaults().retrying(retries));
    hook(Map.of("allPublicTeams", true));
  }

  private void hook(Map<String, ?> scope) {
    Map<String, Object> input = new HashMap<>(scope);
    input.put("url", receiver.url().toString());
    input.put("secret", "shared");
    input.put("resourceTypes", List.of("Issue", "Comment", "Attachment", "IssueLabel", "Document"));
    Got got =
        room.ask(
            "mutation($i: WebhookCreateInput!) { webhookCreate(input: $i) { success webhook {"
                + " enabled } } }",
            Map.of("i", input));
    assertThat(got.data("webhookCreate").path("success").asBoolean()).isTrue();
  }

  private void settled() {
    await().atMost(Duration.ofSeconds(60)).until(() -> room.service.pendingWebhooks() == 0);
  }

  private List<JsonNode> bodies(String type) {
    settled();
    return receiver.taken.stream()
        .filter(each -> each.event().equals(type))
        .map(Receiver.Taken::json)
        .toList();
  }

  @Test
  void aLabelPutOnAnIssueArrivesAsItsUpdateWithTheLabelsBefore() throws Exception {
    open(List.of(), n -> 200);
    String issue = room.issue("Labelled");
    String label = room.label("bug", "", false);
    room.ask(
        "mutation { issueAddLabel(id: \""
            + issue
            + "\", labelId: \""
            + label
            + "\") { success } }");
    JsonNode body = bodies("Issue").getLast();
    assertThat(body.path("action").asText()).isEqualTo("update");
    assertThat(body.path("data").path("labelIds")).hasSize(1);
    assertThat(body.path("data").path("labels").path(0).path("name").asText()).isEqualTo("bug");
    assertThat(body.path("updatedFrom").path("labelIds").isArray()).isTrue();
    assertThat(body.path("updatedFrom").path("labelIds")).isEmpty();
    assertThat(body.path("updatedFrom").has("updatedAt")).isTrue();
    assertThat(body.path("actor").path("id").asText()).isEqualTo(room.admin);
    assertThat(body.path("url").asText()).contains("/acme/issue/CHK-");
  }

  @Test
  void theSignatureIsOverTheRawBody() throws Exception {
    open(List.of(), n -> 200);
    room.issue("Signed");
    settled();
    Receiver.Taken taken = receiver.taken.getFirst();
    assertThat(taken.signature())
        .isEqualTo(Signing.of(taken.body().getBytes(StandardCharsets.UTF_8), "shared"))
        .hasSize(64);
    assertThat(taken.json().path("webhookTimestamp").isIntegralNumber()).isTrue();
  }

  @Test
  void aFailedDeliveryIsTriedAgainWithTheSameIdAndThenTheWebhookIsOff() throws Exception {
    open(List.of(Duration.ofMillis(20), Duration.ofMillis(20)), n -> 500);
    room.issue("Unheard");
    settled();
    assertThat(receiver.taken).hasSize(3);
    assertThat(receiver.taken)
        .extracting(Receiver.Taken::delivery)
        .containsOnly(receiver.taken.getFirst().delivery());
    Got hooks = room.ask("{ webhooks { nodes { enabled failures { httpStatus url } } } }");
    JsonNode hook = hooks.data("webhooks").path("nodes").path(0);
    assertThat(hook.path("enabled").asBoolean()).isFalse();
    assertThat(hook.path("failures")).hasSize(3);
    room.issue("Not told");
    settled();
    assertThat(receiver.taken).hasSize(3);
  }

  @Test
  void aRetryThatIsAcceptedLeavesTheWebhookOn() throws Exception {
    open(List.of(Duration.ofMillis(20)), n -> n == 1 ? 503 : 200);
    room.issue("Heard late");
    settled();
    assertThat(receiver.taken).hasSize(2);
    room.issue("Heard at once");
    settled();
    assertThat(receiver.taken).hasSize(3);
  }

  @Test
  void theNemesisLosesDoublesAndReorders() throws Exception {
    open(List.of(), n -> 200);
    room.service.nemesis().set(FaultPlan.none().with(1, new HookFault.Lost()));
    room.issue("Lost");
    room.service.nemesis().set(FaultPlan.none().with(1, new HookFault.Doubled()));
    room.issue("Doubled");
    room.service.nemesis().set(FaultPlan.none().with(1, new HookFault.Reordered()));
    room.issue("Second");
    room.service.nemesis().calm();
    room.issue("First");
    settled();
    assertThat(receiver.taken)
        .extracting(each -> each.json().path("data").path("title").asText())
        .containsExactly("Doubled", "Doubled", "First", "Second");
  }

  @Test
  void aReceiverThatIsDownCountsAsAFailedDelivery() throws Exception {
    open(List.of(), n -> 200);
    receiver.close();
    room.issue("Nobody there");
    settled();
    Got hooks = room.ask("{ webhooks { nodes { enabled failures { httpStatus } } } }");
    JsonNode hook = hooks.data("webhooks").path("nodes").path(0);
    assertThat(hook.path("enabled").asBoolean()).isFalse();
    assertThat(hook.path("failures").path(0).path("httpStatus").asInt()).isZero();
  }

  @Test
  void anAddressThatIsNoneIsRefused() throws Exception {
    open(List.of(), n -> 200);
    Got got =
        room.ask(
            "mutation { webhookCreate(input: {url: \"not an address\", allPublicTeams: true,"
                + " resourceTypes: [\"Issue\"]}) { success } }");
    assertThat(got.code()).isEqualTo("INPUT_ERROR");
  }

  @Test
  void aHookOfAnotherTeamHearsNothing() throws Exception {
    receiver = new Receiver(n -> 200);
    room = new LinearRoom();
    String other = room.service.seed().team("OPS", "Operations");
    hook(Map.of("teamId", other));
    room.issue("Not theirs");
    settled();
    assertThat(receiver.taken).isEmpty();
  }

  @Test
  void everyPayloadHasWhatTheSchemaRequiresAndNothingElse() throws Exception {
    open(List.of(), n -> 200);
    String group = room.label("Budget", "", true);
    String label = room.label("features", group, false);
    String issue = room.issue("Whole");
    String id = "id: \"" + issue + "\"";
    String on = "issueId: \"" + issue + "\"";
    room.ask(
        "mutation { issueUpdate("
            + id
            + ", input: {labelIds: [\""
            + label
            + "\"], assigneeId: \""
            + room.member
            + "\", description: \"x\", priority: 2}) { success } }");
    room.ask("mutation { commentCreate(input: {" + on + ", body: \"Hello\"}) { success } }");
    room.ask(
        "mutation { documentCreate(input: {"
            + on
            + ", title: \"Decision: x\", content: \"# y\"}) { success } }");
    room.ask(
        "mutation { attachmentCreate(input: {"
            + on
            + ", title: \"SHOP-1\", url: \"http://localhost/browse/SHOP-1\"}) { success } }");
    room.ask("mutation { issueDelete(" + id + ") { success } }");
    settled();
    TypeDefinitionRegistry schema = schema();
    Set<String> types = new TreeSet<>();
    for (Receiver.Taken taken : receiver.taken) {
      types.add(taken.event());
      fits(schema, taken.json().path("data"), taken.event() + "WebhookPayload");
      JsonNode body = taken.json();
      fits(schema, body, "EntityWebhookPayload");
    }
    assertThat(types).containsExactly("Attachment", "Comment", "Document", "Issue", "IssueLabel");
    assertThat(bodies("Issue").getLast().path("action").asText()).isEqualTo("remove");
  }

  private static TypeDefinitionRegistry schema() throws IOException {
    try (InputStream sdl = WebhookTest.class.getResourceAsStream("schema.graphqls")) {
      return new SchemaParser().parse(new String(sdl.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void fits(TypeDefinitionRegistry schema, JsonNode value, String type) {
    var definition = schema.getTypeOrNull(type, ObjectTypeDefinition.class);
    Set<String> known = new TreeSet<>();
    for (FieldDefinition field : definition.getFieldDefinitions()) {
      known.add(field.getName());
      if (field.getType() instanceof NonNullType) {
        assertThat(value.hasNonNull(field.getName())).as(type + "." + field.getName()).isTrue();
      }
    }
    Set<String> there = new TreeSet<>();
    value.fieldNames().forEachRemaining(there::add);
    assertThat(known).as(type).containsAll(there);
  }
}
