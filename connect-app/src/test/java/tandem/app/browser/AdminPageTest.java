package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The admin page at its place in Jira's administration, under the genuine Connect host. */
class AdminPageTest {
  private static final int PHONE_WIDTH = 320;
  private static final int HEIGHT = 900;

  @RegisterExtension private static final Scene SCENE = new Scene();

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void anAdminSeesThatAllIsWellLooksAheadAndRunsABackfill(ColorScheme scheme) {
    try (Window jira = SCENE.window(scheme)) {
      jira.open(SCENE.house().jira() + "/admin/apps/tandem/tandem-admin");
      FrameLocator page = jira.page().frameLocator("iframe[title='Tandem']");
      assertThat(page.getByText("Everything that is set up is being mirrored.")).isVisible();
      assertThat(page.getByText("Connected", exactly())).isVisible();

      button(page, "Preview what it would do in SHOP").press("Enter");
      assertThat(page.getByText("Nothing was written.")).isVisible();
      jira.picture("admin-1-preview" + tail(scheme));

      button(page, "Start backfill of SHOP").press("Enter");
      assertThat(page.getByText("25 are linked, 0 of them newly.")).isVisible();
      jira.page().setViewportSize(PHONE_WIDTH, HEIGHT);
      jira.picture("admin-2-narrow" + tail(scheme));
      assertThat(jira.complaints()).isEmpty();
    }
  }

  private static Locator button(FrameLocator page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static FrameLocator.GetByTextOptions exactly() {
    return new FrameLocator.GetByTextOptions().setExact(true);
  }

  private static String tail(ColorScheme scheme) {
    return "-" + scheme.name().toLowerCase(Locale.ROOT);
  }
}
