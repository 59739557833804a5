package tandem.descriptors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectDescriptorTest {
  private ObjectNode descriptor;

  @BeforeEach
  void readsWhatTheJarWillServe() throws IOException {
    try (InputStream json = getClass().getResourceAsStream("/atlassian-connect.json")) {
      String text = new String(json.readAllBytes(), UTF_8);
      String filled = text.replace("${tandem.base-url}", "https://tandem.example.com");
      descriptor = (ObjectNode) new ObjectMapper().readTree(filled);
    }
  }

  @Test
  void bothOfTheVendorsSchemasAcceptIt() throws Exception {
    assertThat(ConnectSchemas.findings(descriptor.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theSchemasNameASeededFault(String named, Consumer<ObjectNode> fault) throws Exception {
    fault.accept(descriptor);

    assertThat(ConnectSchemas.findings(descriptor.toString())).anyMatch(f -> f.contains(named));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("no base URL", "baseUrl", d -> d.remove("baseUrl")),
        fault(
            "a scope that does not exist",
            "scopes",
            d -> ((ArrayNode) d.get("scopes")).add("EVERYTHING")),
        fault(
            "a module type that does not exist",
            "jiraIssueExtras",
            d -> module(d).putArray("jiraIssueExtras").addObject()),
        fault("a panel without a target", "target", d -> contents(d).remove("target")),
        fault("an alias of no type", "type", d -> extraction(d).put("type", "whatever")),
        fault(
            "a gadget without a description", "description", d -> gadget(d).remove("description")),
        fault("a webhook without an event", "event", d -> webhook(d).remove("event")),
        fault(
            "a migration flag that is a word",
            "context-qsh",
            d -> migrations(d).put("context-qsh", "yes")));
  }

  /** Jira asks for DELETE where a property of an issue goes: a decision that was thrown away. */
  @Test
  void itAsksForNoMoreThanReadingWritingAndDeleting() {
    assertThat(descriptor.get("scopes"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("READ", "WRITE", "DELETE");
  }

  @Test
  void installsAreSignedAndTokensOfTheIssueViewCarryTheContextHash() {
    assertThat(migrations(descriptor).get("signed-install").asBoolean()).isTrue();
    assertThat(migrations(descriptor).get("context-qsh").asBoolean()).isTrue();
    assertThat(descriptor.at("/authentication/type").asText()).isEqualTo("jwt");
  }

  @Test
  void everyUrlIsAPathOfTheAppItself() {
    List<String> urls = new ArrayList<>(descriptor.get("modules").findValuesAsText("url"));
    descriptor.get("lifecycle").forEach(path -> urls.add(path.asText()));

    assertThat(urls).hasSizeGreaterThan(5).allMatch(url -> url.startsWith("/"));
  }

  @Test
  void everyPanelPageAndGadgetHasItsModule() {
    assertThat(keys("jiraIssueContents")).containsExactly("tandem-acceptance", "tandem-tradeoff");
    assertThat(keys("jiraIssueContexts")).containsExactly("tandem-impact");
    assertThat(keys("jiraProjectPages")).containsExactly("tandem-project");
    assertThat(keys("jiraDashboardItems")).containsExactly("tandem-gadget");
    assertThat(keys("adminPages")).containsExactly("tandem-admin");
  }

  @Test
  void jqlNamesEachNumberOfTheSummaryOnce() {
    List<String> aliases = module(descriptor).get("jiraEntityProperties").findValuesAsText("alias");

    assertThat(aliases)
        .containsExactlyInAnyOrder(
            "tandemOpenCriteria",
            "tandemCriteria",
            "tandemImpact",
            "tandemEffort",
            "tandemLead",
            "tandemQuadrant",
            "tandemFeasibility",
            "tandemSloLeft",
            "tandemRisks",
            "tandemOpenDecisions",
            "tandemDissent",
            "tandemReviewOn",
            "tandemBudget");
  }

  private List<String> keys(String type) {
    return module(descriptor).path(type).findValuesAsText("key");
  }

  @Test
  void theIconLiesWhereTheAppServesStaticFiles() {
    String icon = contents(descriptor).at("/icon/url").asText();

    assertThat(getClass().getResource("/static" + icon)).isNotNull();
  }

  private static Arguments fault(String name, String named, Consumer<ObjectNode> fault) {
    return argumentSet(name, named, fault);
  }

  private static ObjectNode module(ObjectNode descriptor) {
    return (ObjectNode) descriptor.get("modules");
  }

  private static ObjectNode contents(ObjectNode descriptor) {
    return (ObjectNode) descriptor.at("/modules/jiraIssueContents/0");
  }

  private static ObjectNode gadget(ObjectNode descriptor) {
    return (ObjectNode) descriptor.at("/modules/jiraDashboardItems/0");
  }

  private static ObjectNode extraction(ObjectNode descriptor) {
    return (ObjectNode)
        descriptor.at("/modules/jiraEntityProperties/0/keyConfigurations/0/extractions/0");
  }

  private static ObjectNode webhook(ObjectNode descriptor) {
    return (ObjectNode) descriptor.at("/modules/webhooks/0");
  }

  private static ObjectNode migrations(ObjectNode descriptor) {
    return (ObjectNode) descriptor.get("apiMigrations");
  }
}
