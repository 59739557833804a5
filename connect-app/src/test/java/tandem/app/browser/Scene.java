package tandem.app.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tandem.sandbox.jira.state.Person;

/** The one house of a test run, and beside it a browser that lasts as long as the test class. */
final class Scene implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Chromium chromium;
  private @Nullable RunningHouse house;

  @Override
  public void beforeAll(ExtensionContext context) {
    // First, since it skips the class where there is no browser.
    chromium = Chromium.start();
    house = OneHouse.in(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
  }

  RunningHouse house() {
    return Objects.requireNonNull(house);
  }

  Window window() {
    return window(ColorScheme.LIGHT);
  }

  Window window(ColorScheme scheme) {
    return Objects.requireNonNull(chromium).window(scheme);
  }

  /** Begins an issue of a project that there is already. */
  String newIssue(String project) {
    return house().site().hand().issue(project, "Pay by invoice").key();
  }

  /** Opens an issue in a window of this person's own. */
  OpenIssue issue(Person person, String key) {
    return OpenIssue.open(house(), window(), person, key);
  }

  /** Opens a project's page in a window of this person's own. */
  OpenProject project(Person person, String key) {
    return OpenProject.open(house(), window(), person, key);
  }
}
