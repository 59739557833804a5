package tandem.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The sandbox's Linear issue as a person uses it. */
final class LinearIssue {
  private final Page page;

  LinearIssue(Window window) {
    this.page = window.page();
  }

  /** A label of the issue. */
  Sight label(String label) {
    return new Sight(page.mainFrame(), "[data-labels]", label);
  }

  /** Opens the label menu and chooses; a label of the same group gives way to the chosen one. */
  void chooseLabel(String label) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change labels")).click();
    page.getByRole(
            AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }
}
