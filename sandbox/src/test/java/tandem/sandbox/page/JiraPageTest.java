package tandem.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sandbox.LinearSecrets;
import tandem.sandbox.Sandbox;
import tandem.sandbox.SandboxOptions;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.jira.state.Person;

class JiraPageTest {
  private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);
  private static Chromium chromium;
  private static Sandbox sandbox;
  private static JiraSite site;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    var anyPort = List.of("--jira-port", "0", "--linear-port", "0");
    sandbox = Sandbox.start(SandboxOptions.parse(anyPort), new LinearSecrets("c", "w"));
    site = sandbox.jira();
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

  private static Page open(Person person, ColorScheme theme, String path) {
    var session = "{\"accountId\": \"%s\"}".formatted(person.accountId());
    var page = chromium.signedIn(theme, site.baseUrl(), session).newPage();
    page.navigate(site.baseUrl() + path);
    return page;
  }

  private static Locator labels(Page page) {
    return page.locator("[data-labels] .label");
  }

  @Test
  void whoIsNotSignedInChoosesSomebodyAndIsThatPerson() {
    var page = chromium.person(ColorScheme.LIGHT).newPage();
    page.navigate(site.baseUrl() + "/browse/SHOP-1");

    page.getByRole(AriaRole.BUTTON).filter(named("Jonas Lindqvist")).click();

    assertThat(page.locator("header .person")).containsText("Jonas Lindqvist");
  }

  @Test
  void aNarrowWindowLeavesRoomForTitlesAndForTheSearch() {
    var page = open(Cast.EDITOR, ColorScheme.LIGHT, "/projects/SHOP/issues");
    page.setViewportSize(320, 800);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat(page.locator("td.summary").first().boundingBox().width).isGreaterThan(150);
    assertThat(page.locator(".top-search").boundingBox().width).isGreaterThan(200);
  }

  @Test
  void aLabelIsPutOnAndTakenOffByKeyboard() {
    var page = open(Cast.EDITOR, ColorScheme.LIGHT, "/browse/SHOP-2");
    int before = site.hand().read("SHOP-2").labels().size();

    page.locator("[data-key=add-label]").press("Enter");
    page.keyboard().type("by-keyboard");
    page.keyboard().press("Enter");
    assertThat(labels(page)).hasCount(before + 1);
    assertThat(site.hand().read("SHOP-2").labels()).contains("by-keyboard");

    page.getByLabel("Remove label by-keyboard").press("Enter");
    assertThat(labels(page)).hasCount(before);
    assertThat(site.hand().read("SHOP-2").labels()).doesNotContain("by-keyboard");
  }

  @Test
  void whatSomebodyElseChangesShowsWithoutAReload() {
    var page = open(Cast.VIEWER, ColorScheme.LIGHT, "/browse/SHOP-3");
    assertThat(page.locator("article.issue")).isVisible();

    site.hand(Cast.EDITOR).labels("SHOP-3", "one", "two", "three");

    assertThat(page.locator(".labels .label")).hasCount(3);
  }

  @Test
  void aViewerSeesEverythingAndIsOfferedNoChange() {
    var page = open(Cast.VIEWER, ColorScheme.DARK, "/browse/SHOP-1");

    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("[data-key=add-label]")).hasCount(0);
    assertThat(page.locator(".inline-edit-start")).hasCount(0);
    assertThat(page.locator(".comment-form")).hasCount(0);
  }

  @Test
  void aTitleIsEditedWhereItStandsAndEscapeGivesItUp() {
    var page = open(Cast.ADMIN, ColorScheme.LIGHT, "/browse/SHOP-4");
    String before = page.locator("h1").innerText();

    page.getByLabel("Edit summary").click();
    page.getByLabel("summary", EXACT).fill("Given up");
    page.keyboard().press("Escape");
    assertThat(page.locator("h1")).hasText(before);

    page.getByLabel("Edit summary").click();
    page.getByLabel("summary", EXACT).fill("A better title");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("A better title");
  }

  @Test
  void anIssueMovesThroughItsWorkflowAndIsCommented() {
    var page = open(Cast.EDITOR, ColorScheme.LIGHT, "/browse/SHOP-5");

    page.locator("[data-key=status]").click();
    page.getByRole(AriaRole.MENUITEM).filter(named("In Progress")).click();
    assertThat(page.locator("[data-key=status]")).containsText("In Progress");

    page.getByLabel("New comment").fill("Done by Friday.\n\n- promised");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    assertThat(page.locator(".comments > li").last()).containsText("Done by Friday.");
    assertThat(page.locator(".comments > li").last().locator("ul li")).hasText("promised");
  }

  @Test
  void theListIsSearchedByWordsAndByJql() {
    var page = open(Cast.EDITOR, ColorScheme.LIGHT, "/projects/SHOP/issues");
    var rows = page.locator("tbody tr");
    assertThat(rows).hasCount(site.store().issues().size());

    page.getByRole(AriaRole.SEARCHBOX).fill("voucher");
    assertThat(rows).hasCount(3);

    page.getByRole(AriaRole.SEARCHBOX).fill("project = SHOP AND labels = \"budget:system-health\"");
    page.keyboard().press("Enter");
    assertThat(rows.first().locator(".label.budget")).hasText("budget:system-health");

    page.getByRole(AriaRole.SEARCHBOX).fill("labels = = 1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".error-text")).containsText("The search did not work");
    chromium.forget("400");
  }

  @Test
  void appsRunInTheirPlacesUnderTheGenuineHost() {
    try (var app = TestApp.start(site.baseUrl())) {
      var page = open(Cast.ADMIN, ColorScheme.LIGHT, "/admin/apps");
      page.getByLabel("Descriptor address").fill(app.descriptorUrl());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Install")).click();
      assertThat(page.locator(".apps")).containsText("Test app");

      page.navigate(site.baseUrl() + "/browse/SHOP-6");
      var below = page.frameLocator(".issue-main iframe").locator("#said");
      assertThat(below).containsText("token parts 3");
      assertThat(below).containsText("\"key\":\"SHOP-6\"");
      assertThat(below).containsText("user \"" + Cast.ADMIN.accountId());
      assertThat(below).containsText("request \"" + Cast.ADMIN.accountId());
      assertThat(below).containsText("refused 404");
      assertThat(page.frameLocator(".issue-side iframe").locator("#said")).containsText("token");

      site.hand().summary("SHOP-6", "Changed elsewhere");
      assertThat(below).containsText("changed \"SHOP-6\"");

      page.getByLabel("Switch to the dark theme").click();
      assertThat(page.frameLocator(".issue-main iframe").locator("html"))
          .hasAttribute("data-color-mode", "dark");
      Chromium.screenshot(page, "jira-issue-with-apps");

      page.navigate(site.baseUrl() + "/projects/SHOP/apps/test-app/project-page");
      assertThat(page.frameLocator("iframe").locator("#said")).containsText("\"key\":\"SHOP\"");
      page.navigate(site.baseUrl() + "/admin/apps/test-app/admin-page");
      assertThat(page.frameLocator("iframe").locator("#said")).containsText("token parts 3");

      assertGadgetIsConfiguredAndNamed(page);

      page.navigate(site.baseUrl() + "/admin/apps");
      page.getByLabel("Uninstall Test app").click();
      assertThat(page.locator(".empty")).containsText("No app is installed");
      chromium.forget("404");
    }
  }

  private static void assertGadgetIsConfiguredAndNamed(Page page) {
    page.frames().get(1).evaluate("AP.navigator.go('dashboard', { dashboardId: '10000' })");
    page.waitForURL("**/jira/dashboards/10000");
    assertThat(page.locator(".gadget")).hasCount(1);
    page.navigate(site.baseUrl() + "/secure/Dashboard.jspa");
    var said = page.frameLocator(".gadget iframe").locator("#said");
    assertThat(said).containsText("editable true");
    page.getByRole(AriaRole.BUTTON).filter(named("More actions for Gadget place")).click();
    page.getByRole(AriaRole.MENUITEM).filter(named("Configure")).click();
    assertThat(said).containsText("configure true");
    assertThat(page.locator(".gadget-title")).hasText("<b id=bold>Named by the app</b>");
    assertThat(page.locator("#bold")).hasCount(0);
  }

  @Test
  void anAddressWithNothingBehindItSaysSoInWords() {
    var page = open(Cast.ADMIN, ColorScheme.LIGHT, "/browse/SHOP-4711");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("This page cannot be shown");
    chromium.forget("404");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsDrawnWithoutAComplaintAndAxeHasNone(ColorScheme theme) {
    for (var path :
        List.of(
            "/projects",
            "/projects/SHOP/issues",
            "/browse/SHOP-12",
            "/jira/dashboards/10000",
            "/admin/apps")) {
      var page = open(Cast.ADMIN, theme, path);
      assertThat(page.locator("#main :is(h1, h2)").first()).isVisible();
      assertThat(Axe.violations(page)).isEmpty();
      Chromium.screenshot(page, "jira" + path.replace('/', '-') + "-" + theme);
    }
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
