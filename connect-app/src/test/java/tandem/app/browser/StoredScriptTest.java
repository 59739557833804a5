package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** Whatever is stored with an issue or a project stays a text on every page of Tandem. */
class StoredScriptTest {
  private static final List<String> PANELS =
      List.of("Acceptance criteria", "Tradeoffs", "Business impact");
  private static final List<String> FOLDS = List.of("SLO at risk", "Feasibility", "People");

  /** A title of the log is cut. */
  private static final List<String> BEGIN_OF_A_TITLE = HostileWords.ALL.subList(0, 4);

  @RegisterExtension private static final Scene SCENE = new Scene();
  private static HostileProject hostile;

  private Window jira;
  private ScriptWatch watch;

  @BeforeAll
  static void writesHostileWordsEverywhere() {
    hostile = HostileProject.begin(SCENE.house());
    HttpResponse<String> answer = hostile.decide("hostile");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @BeforeEach
  void opensAWindow() {
    jira = SCENE.window();
    watch = new ScriptWatch(jira, SCENE.house());
  }

  @AfterEach
  void closesTheWindow() {
    jira.close();
  }

  @Test
  void inThePanelsOfAnIssueItIsShownAsItIsWritten() {
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + hostile.issue());
    Frame acceptance = shown("Acceptance criteria");
    Frame tradeoffs = shown("Tradeoffs");
    Frame impact = shown("Business impact");
    FOLDS.forEach(fold -> impact.getByText(fold, exactly()).click());
    tradeoffs.locator("button.disclosure").all().forEach(Locator::click);
    impact.getByText("Engineers: can it be built like this?").waitFor();

    for (Frame panel : List.of(acceptance, tradeoffs, impact)) {
      ScriptWatch.assertShows(HostileWords.ALL, panel.locator("body"));
    }
    watch.assertNothingCameOfIt();
  }

  @Test
  void inAFieldInWhichItIsEditedItIsAValue() {
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + hostile.issue());
    Frame acceptance = shown("Acceptance criteria");
    acceptance.locator(".story button").first().click();
    Locator field = acceptance.locator(".story textarea").first();
    field.waitFor();

    assertThat(field.inputValue()).contains(HostileWords.nr(0));
    watch.assertNothingCameOfIt();
  }

  @Test
  void inTheFlagThatJiraShowsForTandemItIsAText() {
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + hostile.issue());
    Frame tradeoffs = shown("Tradeoffs");
    button(tradeoffs, "Remove " + HostileWords.nr(2)).click();
    jira.page().getByText("Option “" + HostileWords.nr(2) + "” removed").waitFor();

    watch.assertNothingCameOfIt();
  }

  @Test
  void inWhatIsSaidOfADocumentThatCannotBeReadNothingComesOfIt() {
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + hostile.unreadableIssue());
    for (String panel : PANELS) {
      jira.module(panel).getByText("cannot be read").first().waitFor();
    }

    watch.assertNothingCameOfIt();
  }

  @Test
  void onTheProjectsPageItIsShownAsItIsWritten() {
    jira.openAs(Cast.ADMIN, SCENE.house().jira(), hostile.page());
    Frame page = jira.module("Tandem");
    tab(page, "Decisions");
    page.locator(".entry-title").first().waitFor();
    ScriptWatch.assertShows(BEGIN_OF_A_TITLE, page.locator(".entries"));
    tab(page, "Impact/effort");
    page.getByText("1 issue on the matrix").waitFor();
    tab(page, "Early warnings");
    page.getByRole(AriaRole.TABPANEL).locator(".quiet").first().waitFor();
    tab(page, "Settings");
    page.getByText("Definition of done").first().waitFor();

    Object values = page.locator("input").evaluateAll("all => all.map(it => it.value)");
    assertThat(values).asInstanceOf(LIST).containsAll(HostileWords.ALL);
    watch.assertNothingCameOfIt();
  }

  @Test
  void onADashboardAChoiceThatIsNoProjectIsNoneAndAProjectsNameIsATextOfTheForm() {
    new TeamDashboard(SCENE.house()).choose(HostileWords.TOGETHER);
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), TeamDashboard.ADDRESS);
    Frame gadget = TeamDashboard.gadget(jira);
    Locator suggested = gadget.locator("datalist option[value=" + HostileProject.KEY + "]");
    suggested.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

    assertThat(suggested.textContent()).isEqualTo(HostileWords.nr(2));
    assertThat(gadget.getByLabel("Project").inputValue()).isEmpty();
    watch.assertNothingCameOfIt();
  }

  @Test
  void onADashboardTheBudgetOfAProjectInWhichEverythingIsHostileIsShown() {
    new TeamDashboard(SCENE.house()).choose(HostileProject.KEY);
    jira.openAs(Cast.EDITOR, SCENE.house().jira(), TeamDashboard.ADDRESS);
    TeamDashboard.gadget(jira).getByText(HostileProject.KEY + " has no finished work").waitFor();

    watch.assertNothingCameOfIt();
  }

  private static void tab(Frame page, String name) {
    page.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(name)).click();
  }

  private Frame shown(String panel) {
    Frame frame = jira.module(panel);
    frame.locator("footer.panel-foot").waitFor();
    return frame;
  }

  private static Locator button(Frame frame, String name) {
    return frame.getByRole(
        AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Frame.GetByTextOptions exactly() {
    return new Frame.GetByTextOptions().setExact(true);
  }
}
