package tandem.app.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The sandbox's issue view as a person uses it, with the app's panel in its iframe. */
final class JiraIssue {
  private static final String PANEL = "iframe[title='Tradeoffs']";
  private final Page page;

  JiraIssue(Window window) {
    this.page = window.page();
  }

  /** A label in the field Labels. */
  Sight label(String label) {
    return new Sight(page.mainFrame(), "[data-labels]", label);
  }

  /** Words in the app's panel under the description. */
  Sight panelSays(String words) {
    return new Sight(panel(), "body", words);
  }

  /** Waits until the host has given the panel the height that its content needs. */
  void awaitWholePanel() {
    panel().waitForFunction("() => document.documentElement.scrollHeight <= innerHeight");
  }

  private Frame panel() {
    return page.waitForSelector(PANEL).contentFrame();
  }

  /** The address of the twin that the panel links to. */
  String twin() {
    return page.frameLocator(PANEL).locator("a.twin").getAttribute("href");
  }

  void addLabel(String label) {
    button("Add a label").click();
    Locator field = page.getByLabel("New label");
    field.fill(label);
    field.press("Enter");
  }

  void removeLabel(String label) {
    button("Remove label " + label).click();
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
