package tandem.app.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.sandbox.jira.Cast;

/**
 * Whatever comes from Linear stays a text, too: mirrored into Jira, and on the page on which an
 * admin sees both sides. It has a house of its own, since its workspace has hostile names as well.
 */
class StoredScriptFromLinearTest {
  private static final String MARK = "Written in Linear:";
  private static final List<String> BEGIN_OF_A_TITLE = HostileWords.ALL.subList(0, 4);

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static RunningHouse house;
  private static HostileProject project;
  private static HostileTeam team;

  private Window jira;
  private ScriptWatch watch;

  @BeforeAll
  static void writesHostileWordsInLinear() throws Exception {
    chromium = Chromium.start();
    house = RunningHouse.start(folder);
    project = HostileProject.begin(house);
    team = HostileTeam.begin(house);
    String unused = team.decides(BEGIN_OF_A_TITLE, content());
  }

  /** As prose, which Linear writes in its own way, and as code, which it leaves alone. */
  private static String content() {
    String all = HostileWords.TOGETHER;
    return """
    * Status: proposed
    * Decided by: %s

    ## Context

    %s %s

    ## Decision

    %s

    ## %s

    %s
    """
        .formatted(
            HostileWords.nr(2),
            MARK,
            all,
            HostileDispute.code(HostileWords.ALL),
            HostileWords.nr(2),
            all);
  }

  @AfterAll
  static void closesTheHouse() throws Exception {
    if (house != null) {
      house.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void opensAWindow() {
    jira = chromium.window(ColorScheme.LIGHT);
    watch = new ScriptWatch(jira, house);
  }

  @AfterEach
  void closesTheWindow() {
    jira.close();
  }

  @Test
  void aDocumentIsShownAsItIsWrittenInThePanelOfItsTwin() {
    jira.openAs(Cast.EDITOR, house.jira(), "/browse/" + team.issue());
    Frame tradeoffs = jira.module("Tradeoffs");
    tradeoffs.locator("footer.panel-foot").waitFor();
    Locator decision = tradeoffs.locator("li.decision").filter(saying(HostileWords.nr(0)));
    decision.locator("button.disclosure").click();
    decision.getByText(MARK).waitFor();

    ScriptWatch.assertShows(HostileWords.ALL, decision.locator(".decision-body"));
    watch.assertNothingCameOfIt();
  }

  @Test
  void itsTitleIsShownAsItIsWrittenInTheProjectsLog() {
    jira.openAs(Cast.ADMIN, house.jira(), project.page());
    Frame page = jira.module("Tandem");
    page.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName("Decisions")).click();
    Locator decision = page.locator("article.decision").filter(saying(HostileWords.nr(0)));
    decision.waitFor();

    ScriptWatch.assertShows(BEGIN_OF_A_TITLE, decision);
    watch.assertNothingCameOfIt();
  }

  /** Keys, budgets and the reasons of a quarantine are not for anybody to write. */
  @Test
  void namesAndTheValuesOfAConflictAreShownAsTheyAreWrittenOnTheAdminPage() {
    new HostileDispute(house, team).begin();
    jira.openAs(Cast.ADMIN, house.jira(), "/admin/apps/tandem/tandem-admin");
    Frame page = jira.module("Tandem");
    page.getByText("Decisions in conflict").waitFor();
    Locator card = page.locator(".card").filter(saying(HostileProject.KEY + " with the team"));

    ScriptWatch.assertShows(HostileWords.quarter(0), card.locator(".card-title"));
    ScriptWatch.assertShows(HostileWords.quarter(1), section(page, "Health"));
    ScriptWatch.assertShows(HostileWords.ALL, section(page, "Decisions in conflict"));
    watch.assertNothingCameOfIt();
  }

  private static Locator section(Frame page, String title) {
    return page.getByRole(AriaRole.REGION, new Frame.GetByRoleOptions().setName(title));
  }

  private static Locator.FilterOptions saying(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
