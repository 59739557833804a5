package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.scenario.Tale;

/** What an administrator sets for a project, and where everybody else meets it. */
class SettingsStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String MAPPING = "mappings/" + Tale.PROJECT;
  private static final int LESS = 70;
  private static final int WHOLE = 100;

  @Test
  void anotherShareOfABudgetIsTheTargetOnTheBudgetTab() {
    AdminCalls admin = new AdminCalls(SCENE.house());
    ObjectNode before = rules(admin);
    try (OpenProject page = SCENE.project(Cast.VIEWER, Tale.PROJECT)) {
      assertThat(verdict(page, "Features")).containsText("of 80%");
      admin.send("PUT", MAPPING, shared(before.deepCopy()));
      page.page().reload();

      OpenProject anew = new OpenProject(page.jira(), page.jira().module("Tandem"));
      assertThat(verdict(anew, "Features")).containsText("of 70%");
      assertThat(verdict(anew, "System health")).containsText("of 30%");
      assertThat(page.jira().complaints()).isEmpty();
    } finally {
      admin.send("PUT", MAPPING, before);
    }
  }

  /** The mapping as it would be asked for, from how it is answered. */
  private static ObjectNode rules(AdminCalls admin) {
    ObjectNode mapping = (ObjectNode) admin.read(MAPPING);
    String team = mapping.at("/team/id").asText();
    mapping.retain("budgets", "policy", "decisionPolicy", "create");
    mapping.path("budgets").forEach(it -> ((ObjectNode) it).retain("name", "share", "label"));
    return mapping.put("linearTeamId", team);
  }

  private static ObjectNode shared(ObjectNode rules) {
    for (JsonNode budget : rules.path("budgets")) {
      boolean largest = budget.path("name").asText().equals("features");
      ((ObjectNode) budget).put("share", largest ? LESS : WHOLE - LESS);
    }
    return rules;
  }

  private static Locator verdict(OpenProject page, String budget) {
    Locator name = page.frame().getByRole(AriaRole.HEADING, named(budget).setExact(true));
    return page.frame().locator(".verdict").filter(new Locator.FilterOptions().setHas(name));
  }

  @Test
  void aTemplateThatIsWrittenForTheProjectIsOfferedInTheAcceptancePanel() {
    SCENE.house().site().hand().project("RULES", "A template of its own");
    String key = SCENE.newIssue("RULES");
    try (OpenProject page = SCENE.project(Cast.ADMIN, "RULES")) {
      Locator settings = page.tab("Settings");
      button(settings, "Add a template").click();
      Locator name = settings.getByLabel("Name of template 1");
      name.fill("Payments");
      name.press("Enter");
      Locator line = settings.getByLabel("Add a criterion");
      line.fill("The receipt is mailed");
      line.press("Enter");
      assertThat(settings.getByText("Saved", exactly())).isVisible();
      assertThat(page.jira().complaints()).isEmpty();
    }
    try (OpenIssue issue = SCENE.issue(Cast.EDITOR, key)) {
      Frame panel = issue.panel("Acceptance criteria");
      panel.getByRole(AriaRole.BUTTON, named("Use a template")).click();
      panel.getByRole(AriaRole.BUTTON, named("Payments (1)")).click();
      JsonNode stored = issue.stored("tandem.acceptance", it -> it.path("criteria").size() == 1);
      assertThat(stored.at("/criteria/0/text").asText()).isEqualTo("The receipt is mailed");
      assertThat(issue.jira().complaints()).isEmpty();
    }
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  private static Frame.GetByRoleOptions named(String name) {
    return new Frame.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
