package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tandem.sandbox.jira.Cast;

/** Whatever is stored with an issue or a project stays a text on every page of Tandem. */
@ExtendWith(OneHouse.class)
class StoredScriptTest {
  private static final List<String> PANELS =
      List.of("Acceptance criteria", "Tradeoffs", "Business impact");
  private static final List<String> FOLDS = List.of("SLO at risk", "Feasibility", "People");

  /** A title of the log is cut. */
  private static final List<String> BEGIN_OF_A_TITLE = HostileWords.ALL.subList(0, 4);

  private static Chromium chromium;
  private static RunningHouse house;
  private static HostileProject hostile;

  private final List<Response> pages = new ArrayList<>();
  private Window jira;
  private Injection injection;

  @BeforeAll
  static void writesHostileWordsEverywhere(RunningHouse running) {
    chromium = Chromium.start();
    house = running;
    hostile = HostileProject.begin(running);
    HttpResponse<String> answer = hostile.decide("hostile");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterAll
  static void closesTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void opensAWindow() {
    jira = chromium.window(ColorScheme.LIGHT);
    injection = new Injection(jira.page());
    jira.page()
        .onResponse(response -> {
          if (response.url().startsWith(house.app() + "/panel/")) {
            pages.add(response);
          }
        });
  }

  @AfterEach
  void closesTheWindow() {
    jira.close();
  }

  @Test
  void inThePanelsOfAnIssueItIsShownAsItIsWritten() {
    jira.openAs(Cast.EDITOR, house.jira(), "/browse/" + hostile.issue());
    Frame acceptance = shown("Acceptance criteria");
    Frame tradeoffs = shown("Tradeoffs");
    Frame impact = shown("Business impact");
    FOLDS.forEach(fold -> impact.getByText(fold, exactly()).click());
    tradeoffs.locator("button.disclosure").all().forEach(Locator::click);
    impact.getByText("Engineers: can it be built like this?").waitFor();

    for (Frame panel : List.of(acceptance, tradeoffs, impact)) {
      assertShows(HostileWords.ALL, panel.locator("body"));
    }
    assertNothingCameOfIt();
  }

  @Test
  void inAFieldInWhichItIsEditedItIsAValue() {
    jira.openAs(Cast.EDITOR, house.jira(), "/browse/" + hostile.issue());
    Frame acceptance = shown("Acceptance criteria");
    acceptance.locator(".story button").first().click();
    Locator field = acceptance.locator(".story textarea").first();
    field.waitFor();

    assertThat(field.inputValue()).contains(HostileWords.nr(0));
    assertNothingCameOfIt();
  }

  @Test
  void inTheFlagThatJiraShowsForTandemItIsAText() {
    jira.openAs(Cast.EDITOR, house.jira(), "/browse/" + hostile.issue());
    Frame tradeoffs = shown("Tradeoffs");
    button(tradeoffs, "Remove " + HostileWords.nr(2)).click();
    jira.page().getByText("Option “" + HostileWords.nr(2) + "” removed").waitFor();

    assertNothingCameOfIt();
  }

  @Test
  void inWhatIsSaidOfADocumentThatCannotBeReadNothingComesOfIt() {
    jira.openAs(Cast.EDITOR, house.jira(), "/browse/" + hostile.unreadableIssue());
    for (String panel : PANELS) {
      jira.module(panel).getByText("cannot be read").first().waitFor();
    }

    assertNothingCameOfIt();
  }

  @Test
  void onTheProjectsPageItIsShownAsItIsWritten() {
    jira.openAs(Cast.ADMIN, house.jira(), hostile.page());
    Frame page = jira.module("Tandem");
    tab(page, "Decisions");
    page.locator(".decision-title").first().waitFor();
    assertShows(BEGIN_OF_A_TITLE, page.locator(".entries"));
    tab(page, "Impact/effort");
    page.getByText("1 issue on the matrix").waitFor();
    tab(page, "Early warnings");
    page.getByRole(AriaRole.TABPANEL).locator(".quiet").first().waitFor();
    tab(page, "Settings");
    page.getByText("Definition of done").first().waitFor();

    Object values = page.locator("input").evaluateAll("all => all.map(it => it.value)");
    assertThat(values).asInstanceOf(LIST).containsAll(HostileWords.ALL);
    assertNothingCameOfIt();
  }

  private static void tab(Frame page, String name) {
    page.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(name)).click();
  }

  private Frame shown(String panel) {
    Frame frame = jira.module(panel);
    frame.locator("footer.panel-foot").waitFor();
    return frame;
  }

  private static void assertShows(List<String> all, Locator place) {
    String text = place.innerText();
    assertThat(all).allSatisfy(words -> assertThat(text).contains(words));
  }

  private void assertNothingCameOfIt() {
    assertThat(injection.signs()).isEmpty();
    assertThat(jira.complaints()).isEmpty();
    assertThat(pages).isNotEmpty().allSatisfy(StoredScriptTest::assertForbidsInlineScripts);
  }

  private static void assertForbidsInlineScripts(Response page) {
    String policy = page.headerValue("content-security-policy");
    assertThat(policy).contains("default-src 'none'").contains("base-uri 'none'");
    assertThat(policy).containsPattern("script-src 'self' http://[a-z0-9.:]+;");
    assertThat(policy).doesNotContain("unsafe-eval");
  }

  private static Locator button(Frame frame, String name) {
    return frame.getByRole(
        AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Frame.GetByTextOptions exactly() {
    return new Frame.GetByTextOptions().setExact(true);
  }
}
