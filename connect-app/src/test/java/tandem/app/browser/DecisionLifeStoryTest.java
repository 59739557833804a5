package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/**
 * A decision from its first words until another one takes its place, and how its project tells it.
 */
class DecisionLifeStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PROJECT = "LIFE";
  private static final String OLD = "Own invoices";
  private static final String NEW = "A provider";
  private static final String STORED_OLD = "tandem.decision.own-invoices";
  private static final String STORED_NEW = "tandem.decision.a-provider";

  @BeforeAll
  static void beginsAProject() {
    SCENE.house().site().hand().project(PROJECT, "The life of a decision");
  }

  @Test
  void aDecisionIsRecordedContradictedAcceptedAndSupersededAndTheProjectsLogFindsIt() {
    String key = SCENE.newIssue(PROJECT);
    try (OpenIssue issue = SCENE.issue(Cast.EDITOR, key)) {
      Frame panel = issue.panel("Tradeoffs");
      record(issue, panel);
      contradict(issue, panel);
      accept(issue, panel);
      supersede(issue, panel);
      assertThat(issue.jira().complaints()).isEmpty();
    }
    try (OpenProject project = SCENE.project(Cast.VIEWER, PROJECT)) {
      assertLogged(project.tab("Decisions"), key);
      assertThat(project.jira().complaints()).isEmpty();
    }
  }

  private static void record(OpenIssue issue, Frame panel) {
    button(panel, "Write a decision").click();
    Locator form = form(panel, "New decision");
    form.getByLabel("Title").fill(OLD);
    form.getByRole(AriaRole.RADIO, named("Solution")).check();
    form.getByLabel("Context").fill("Shops on account ask for one");
    button(form, "Save").click();

    JsonNode stored = issue.stored(STORED_OLD, it -> it.has("title"));
    assertThat(stored.at("/facts/status").asText()).isEqualTo("proposed");
    assertThat(stored.at("/facts/space").asText()).isEqualTo("solution");
    assertThat(standing(panel, OLD)).containsText("Proposed");
    assertThat(standing(panel, OLD)).containsText("Solution: engineering decides");
  }

  private static void contradict(OpenIssue issue, Frame panel) {
    button(panel, "Add dissent: " + OLD).click();
    Locator form = form(panel, "Dissent from");
    form.getByLabel("Who").fill("Mei Tanaka");
    form.getByLabel("Because").fill("We would run it for ever");
    button(form, "Add dissent").click();

    issue.stored(STORED_OLD, it -> it.toString().contains("We would run it for ever"));
    assertThat(standing(panel, OLD)).containsText("1 dissent");
    assertThat(panel.getByText("Mei Tanaka: We would run it for ever")).isVisible();
  }

  private static void accept(OpenIssue issue, Frame panel) {
    button(panel, "Accept: " + OLD).click();
    Locator form = form(panel, "Accept");
    form.getByLabel("Decided by").fill("Jonas Lindqvist");
    button(form, "Accept").click();

    JsonNode stored =
        issue.stored(STORED_OLD, it -> it.at("/facts/status").asText().equals("accepted"));
    assertThat(stored.at("/facts/decidedBy").toString()).contains("Jonas Lindqvist");
    assertThat(stored.toString()).as("its dissent").contains("We would run it for ever");
    assertThat(standing(panel, OLD)).containsText("Accepted");
  }

  private static void supersede(OpenIssue issue, Frame panel) {
    button(panel, "Supersede with a new decision: " + OLD).click();
    Locator form = form(panel, "A new decision in place of");
    form.getByLabel("Title").fill(NEW);
    button(form, "Save").click();

    JsonNode stored = issue.stored(STORED_NEW, it -> it.has("title"));
    assertThat(stored.at("/facts/supersedes").asText()).isEqualTo("own-invoices");
    issue.stored(STORED_OLD, it -> it.at("/facts/status").asText().equals("superseded"));
    assertThat(standing(panel, OLD)).containsText("Superseded");
    assertThat(panel.locator(".chain").getByText("Supersedes")).containsText(OLD);
    assertThat(panel.locator(".chain").getByText("Superseded by")).containsText(NEW);
  }

  private static void assertLogged(Locator log, String key) {
    Locator shown = log.locator("article.decision");
    assertThat(shown).hasCount(2);
    log.getByLabel("Search decisions").fill("own inv");
    assertThat(shown).hasCount(1);
    assertThat(shown).containsText("Superseded");
    assertThat(shown).containsText("1 dissent");
    assertThat(shown).containsText("Decided by Jonas Lindqvist");
    assertThat(shown).containsText(key);
    shown.getByText("show the chain of 2").click();
    assertThat(shown.getByRole(AriaRole.LISTITEM)).containsText(new String[] {OLD, NEW});

    button(log, "Clear").click();
    log.getByLabel("Status").selectOption("Proposed");
    assertThat(shown).hasCount(1);
    assertThat(shown.getByRole(AriaRole.HEADING)).hasText(NEW);
    log.getByLabel("Status").selectOption("Any status");
    log.getByLabel("With dissent").check();
    assertThat(shown).hasCount(1);
    assertThat(shown.getByRole(AriaRole.HEADING)).hasText(OLD);
  }

  /** A decision's line in the panel's list: its title and how it stands. */
  private static Locator standing(Frame panel, String title) {
    return panel
        .locator(".decision-head")
        .filter(new Locator.FilterOptions().setHas(panel.getByText(title)));
  }

  private static Locator form(Frame panel, String heading) {
    return panel.getByRole(AriaRole.FORM, new Frame.GetByRoleOptions().setName(heading));
  }

  private static Locator button(Frame panel, String name) {
    return panel.getByRole(
        AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
