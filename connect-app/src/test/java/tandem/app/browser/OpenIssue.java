package tandem.app.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.function.Predicate;
import tandem.sandbox.jira.state.Person;

/** An issue on somebody's screen, and what Jira keeps of it. */
record OpenIssue(Window jira, PanelCalls kept) implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  static OpenIssue open(RunningHouse house, Window window, Person person, String key) {
    window.openAs(person, house.jira(), "/browse/" + key);
    return new OpenIssue(window, new PanelCalls(house, person, key));
  }

  Page page() {
    return jira.page();
  }

  /** A panel of the issue by its title, once it has read its document. */
  Frame panel(String title) {
    Frame panel = jira.module(title);
    panel.locator("footer.panel-foot").waitFor();
    return panel;
  }

  Keyboard keyboard(Frame panel) {
    return new Keyboard(page(), panel);
  }

  /** Opens a text of a panel that is edited where it stands, and types into it. */
  Keyboard write(Frame panel, String field, String text) {
    panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(field + ":")).click();
    return keyboard(panel).arriveAt(field).type(text);
  }

  /** Waits until Jira keeps this with the issue. */
  JsonNode stored(String property, Predicate<JsonNode> awaited) {
    return await(property).atMost(SOON).until(() -> kept.property(property), awaited);
  }

  @Override
  public void close() {
    jira.close();
  }
}
