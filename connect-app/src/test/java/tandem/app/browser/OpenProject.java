package tandem.app.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import tandem.sandbox.jira.state.Person;

/** A project's page on somebody's screen. */
record OpenProject(Window jira, Frame frame) implements AutoCloseable {
  private static final String OPEN_TAB = "[role=tabpanel]:not([hidden])";

  static OpenProject open(RunningHouse house, Window window, Person person, String key) {
    window.openAs(person, house.jira(), "/projects/" + key + "/apps/tandem/tandem-project");
    return new OpenProject(window, window.module("Tandem"));
  }

  Page page() {
    return jira.page();
  }

  /** Opens a tab by its name, and gives what is in it. */
  Locator tab(String name) {
    Locator tab =
        frame.getByRole(AriaRole.TAB, new Frame.GetByRoleOptions().setName(name).setExact(true));
    tab.click();
    return frame.locator(OPEN_TAB);
  }

  @Override
  public void close() {
    jira.close();
  }
}
