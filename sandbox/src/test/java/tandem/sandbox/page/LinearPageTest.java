package tandem.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sandbox.LinearSecrets;
import tandem.sandbox.Sandbox;
import tandem.sandbox.SandboxOptions;

class LinearPageTest {
  private static Chromium chromium;
  private static Sandbox sandbox;
  private static String base;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    var anyPort = List.of("--jira-port", "0", "--linear-port", "0");
    sandbox = Sandbox.start(SandboxOptions.parse(anyPort), new LinearSecrets("c", "w"));
    base = sandbox.linear().baseUrl();
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
      chromium.close();
    }
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    assertThat(chromium.closePagesAndComplain()).isEmpty();
  }

  /** Signs in through the page, as people do. */
  private static Page open(String person, ColorScheme theme, String path) {
    var page = chromium.person(theme).newPage();
    page.navigate(base + path);
    page.getByRole(AriaRole.BUTTON).filter(named(person)).click();
    assertThat(page.locator("#main")).isVisible();
    return page;
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator budget(Page page) {
    return page.locator("[data-labels] .tag").filter(named("Budget"));
  }

  private static void choose(Page page, String label) {
    page.locator("[data-key=labels]").click();
    page.getByRole(AriaRole.MENUITEMCHECKBOX).filter(named(label)).click();
  }

  @Test
  void aLabelOfAGroupTakesThePlaceOfItsNeighbourAndEverybodySeesIt() {
    var jonas = open("Jonas Lindqvist", ColorScheme.LIGHT, "/harbour/issue/CHK-9");
    var amara = open("Amara Okafor", ColorScheme.DARK, "/harbour/issue/CHK-9");
    String before = budget(jonas).innerText();
    String other = before.contains("features") ? "system-health" : "features";

    choose(jonas, other);

    assertThat(budget(jonas)).containsText(other);
    assertThat(budget(amara)).containsText(other);
    assertThat(budget(amara)).hasCount(1);
  }

  @Test
  void aDocumentsAddressLeadsToTheIssueThatItStandsOn() {
    var lin = sandbox.linear();
    var query = "{ documents(first: 1) { nodes { url title issue { identifier } } } }";
    var document = lin.ask(lin.people().getFirst(), query, Map.of()).at("/documents/nodes/0");
    var path = URI.create(document.path("url").asText()).getPath();

    var page = open("Jonas Lindqvist", ColorScheme.LIGHT, path);

    assertThat(page.locator("header")).containsText(document.at("/issue/identifier").asText());
    assertThat(page.locator("#main")).containsText(document.path("title").asText());
  }

  @Test
  void aNarrowWindowCutsNothingOff() {
    for (var path : List.of("/", "/harbour/issue/CHK-4")) {
      var page = open("Jonas Lindqvist", ColorScheme.DARK, path);
      page.setViewportSize(320, 800);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      var title = page.locator("#main .row-title, #main h1").first().boundingBox();
      assertThat(title.width).isGreaterThan(150);
    }
  }

  @Test
  void aLabelIsTakenOffByItsCross() {
    var page = open("Sofia Marin", ColorScheme.LIGHT, "/harbour/issue/CHK-8");
    assertThat(budget(page)).hasCount(1);

    budget(page).getByRole(AriaRole.BUTTON).click();

    assertThat(budget(page)).hasCount(0);
  }

  @Test
  void titleDescriptionAndStateAreEditedWhereTheyStand() {
    var page = open("Jonas Lindqvist", ColorScheme.LIGHT, "/harbour/issue/CHK-7");

    page.getByLabel("Edit title").click();
    field(page, "title").fill("Said better");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Said better");

    page.getByLabel("Edit description").click();
    field(page, "description").fill("A **strong** word\n\n* one\n* two");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".prose strong")).hasText("strong");
    assertThat(page.locator(".prose li")).hasCount(2);

    page.locator("[data-key=state]").click();
    page.getByRole(AriaRole.MENUITEMCHECKBOX).filter(named("In Review")).click();
    assertThat(page.locator("[data-key=state]")).containsText("In Review");
  }

  @Test
  void aDocumentIsWrittenReadEditedAndDeleted() {
    var page = open("Amara Okafor", ColorScheme.LIGHT, "/harbour/issue/CHK-6");
    var decision = page.locator("details.document").filter(named("Decision: try it"));

    page.locator("[data-key=new-document]").click();
    page.getByLabel("Document title").fill("Decision: try it");
    page.getByLabel("Document text").fill("## Status\n\nproposed");
    page.getByText("Save document").click();
    assertThat(decision).hasCount(1);

    decision.locator("summary").click();
    assertThat(decision.locator("h2")).hasText("Status");
    decision.getByText("Edit", new Locator.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Document text").fill("## Status\n\naccepted");
    page.getByText("Save document").click();
    assertThat(decision).containsText("accepted");

    page.onDialog(dialog -> dialog.accept());
    decision.getByText("Delete").click();
    assertThat(decision).hasCount(0);
  }

  @Test
  void commentsAndLinksComeAndGo() {
    var page = open("Sofia Marin", ColorScheme.LIGHT, "/harbour/issue/CHK-5");
    page.getByLabel("New comment").fill("Looks *good*");
    page.getByText("Comment", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".comment em")).hasText("good");
    page.getByLabel("Delete the comment of Sofia Marin").click();
    assertThat(page.locator(".comment")).hasCount(0);

    assertThat(page.locator(".links a")).hasAttribute("href", Pattern.compile("/browse/SHOP-"));
    page.locator("[data-key=new-link]").click();
    field(page, "Address").fill("http://localhost/design");
    field(page, "Title").fill("Design");
    page.keyboard().press("Enter");
    assertThat(page.locator(".links li")).hasCount(2);
  }

  @Test
  void aRefusedChangeSaysWhyAndKeepsThePersonsText() {
    var page = open("Sofia Marin", ColorScheme.LIGHT, "/harbour/issue/CHK-4");

    page.getByLabel("Edit title").click();
    field(page, "title").fill(" ");
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Could not save the title");
    assertThat(field(page, "title")).hasValue(" ");
    chromium.forget("400");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void bothPagesAreDrawnWithoutAComplaintAndAxeHasNone(ColorScheme theme) {
    var page = open("Amara Okafor", theme, "/");
    assertThat(page.locator("[data-issue]")).hasCount(29);
    assertThat(Axe.violations(page)).isEmpty();
    Chromium.screenshot(page, "linear-issues-" + theme);

    page.navigate(base + "/harbour/issue/CHK-4");
    page.locator("details.document summary").first().click();
    assertThat(Axe.violations(page)).isEmpty();
    Chromium.screenshot(page, "linear-issue-" + theme);
    page.locator("[data-key=labels]").click();
    assertThat(page.getByRole(AriaRole.MENU)).isVisible();
    assertThat(Axe.violations(page)).isEmpty();
    Chromium.screenshot(page, "linear-labels-" + theme);
  }
}
