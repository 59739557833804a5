package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** Each panel of an issue, used from Jira's page by somebody who has only a keyboard. */
class KeyboardStoryTest {
  private static final String PROJECT = "KEYS";
  @RegisterExtension private static final Scene SCENE = new Scene();

  private String issue;
  private Window jira;

  @BeforeAll
  static void beginsAProject() {
    SCENE.house().site().hand().project(PROJECT, "Without a pointer");
  }

  @BeforeEach
  void opensAnIssue() {
    issue = SCENE.house().site().hand().issue(PROJECT, "Pay by invoice").key();
    jira = SCENE.window();
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + issue);
  }

  @AfterEach
  void closesTheIssue() {
    assertThat(jira.complaints()).isEmpty();
    jira.close();
  }

  @Test
  void writesAStoryAndTwoTypedCriteriaMeetsOneAndTakesThatBack() {
    Frame panel = ready("Acceptance criteria");
    Keyboard keys = new Keyboard(jira.page(), panel);
    keys.tabTo("As a").press("Enter").arriveAt("As a").type("shop on account").press("Enter");
    keys.arriveAt("As a: shop on account").tabTo("I want").press("Enter");
    keys.arriveAt("I want").type("an invoice").press("Enter").arriveAt("I want: an invoice");
    keys.press("n").arriveAt("New criterion").type("The invoice comes by mail").press("Enter");
    assertThat(panel.locator(".criterion")).hasCount(1);
    keys.arriveAt("New criterion").type("It is paid within 30 days").press("Enter");
    assertThat(panel.locator(".criterion")).hasCount(2);
    keys.arriveAt("New criterion").press("Escape").arriveAt("Add a criterion");
    chooseType(keys, panel, "Met: It is paid", 1, "Business");
    chooseType(keys, panel, "Met: The invoice", 2, "User experience");
    keys.tabBackTo("Met: The invoice").press("Space");
    stored("tandem.acceptance", it -> it.at("/criteria/0/met").asBoolean());
    keys.press("Control+z");

    JsonNode kept = stored("tandem.acceptance", it -> !it.at("/criteria/0/met").asBoolean(true));
    assertThat(kept.at("/story/asA").asText()).isEqualTo("shop on account");
    assertThat(kept.at("/story/iWant").asText()).isEqualTo("an invoice");
    assertThat(kept.at("/criteria").findValuesAsText("text"))
        .containsExactly("The invoice comes by mail", "It is paid within 30 days");
    assertThat(kept.at("/criteria").findValuesAsText("type")).containsExactly("ux", "business");
  }

  /** The list opens at its end, at no type. */
  private static void chooseType(
      Keyboard keys, Frame panel, String criterion, int up, String name) {
    keys.tabBackTo(criterion).tabTo("Type: none").press("Enter");
    panel.getByRole(AriaRole.LISTBOX).waitFor();
    for (int step = 0; step < up; step++) {
      keys.press("ArrowUp");
    }
    keys.press("Enter").arriveAt("Type: " + name);
  }

  @Test
  void ratesTheIssueByTheArrowKeysOfTheDotAndOfASelect() {
    Frame panel = ready("Business impact");
    Keyboard keys = new Keyboard(jira.page(), panel);
    keys.tabTo("Impact and effort").press("Tab", "ArrowDown");
    stored("tandem.impact", it -> it.at("/rating/impact").asInt() > 0);
    keys.tabTo("Effort").press("ArrowDown");
    stored("tandem.impact", it -> it.at("/rating/effort").asInt() > 0);
    keys.tabTo(issue).press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowRight");

    JsonNode kept =
        stored(
            "tandem.impact",
            it -> it.at("/rating/impact").asInt() == 4 && it.at("/rating/effort").asInt() == 2);
    assertThat(kept.at("/v").asInt()).isEqualTo(1);
    assertThat(panel.locator(".fold-short").getByText("Quick win")).isVisible();
  }

  @Test
  void comparesTwoOptionsAndRecordsTheDecisionForOneOfThem() {
    Frame panel = ready("Tradeoffs");
    Keyboard keys = new Keyboard(jira.page(), panel);
    keys.tabTo("Add an option").press("Enter").arriveAt("Name of the option");
    keys.type("Own invoices").press("Enter").type("A provider").press("Enter");
    assertThat(panel.locator("table.options tbody tr")).hasCount(2);
    keys.press("Escape").arriveAt("Add an option");
    keys.tabBackTo("Choose A provider").press("Enter").arriveAt("Because");
    keys.type("It carries the risk").press("Tab", "Space", "ArrowDown", "Control+Enter");

    JsonNode chosen =
        stored("tandem.tradeoff", it -> it.at("/chosen/decision").asText().equals("a-provider"));
    assertThat(chosen.at("/chosen/because").asText()).isEqualTo("It carries the risk");
    assertThat(chosen.at("/chosen/by").asText()).isEqualTo(Cast.EDITOR.accountId());
    JsonNode decision = stored("tandem.decision.a-provider", it -> it.has("title"));
    assertThat(decision.at("/title").asText()).isEqualTo("A provider");
    assertThat(decision.at("/facts/status").asText()).isEqualTo("accepted");
    assertThat(decision.at("/facts/space").asText()).isEqualTo("solution");
  }

  private Frame ready(String title) {
    Frame panel = jira.module(title);
    panel.locator("footer.panel-foot").waitFor();
    return panel;
  }

  private JsonNode stored(String property, Predicate<JsonNode> awaited) {
    PanelCalls calls = new PanelCalls(SCENE.house(), Cast.EDITOR, issue);
    return await(property)
        .atMost(Duration.ofSeconds(60))
        .until(() -> calls.property(property), awaited);
  }
}
