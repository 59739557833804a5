package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** One pair of issues, open side by side: in Jira with the app's panel, and its twin in Linear. */
final class Story implements AutoCloseable {
  private final InstantSource clock = InstantSource.system();
  private final ColorScheme scheme;
  private final Window jira;
  private final Window linear;

  private Story(Scene scene, ColorScheme scheme) {
    this.scheme = scheme;
    this.jira = scene.window(scheme);
    this.linear = scene.window(scheme);
  }

  /**
   * Opens the first issue with the label, and the twin that its panel links to, once both agree.
   *
   * @param label as Jira writes it
   */
  static Story ofIssueLabelled(String label, Scene scene, ColorScheme scheme) {
    Story story = new Story(scene, scheme);
    String query = "?q=labels%20%3D%20%22" + label + "%22%20ORDER%20BY%20key";
    story.jira.open(scene.house().jira() + "/projects/SHOP/issues" + query);
    story.jira.page().locator("td a.key").first().click();
    story.jira().panelSays("Same budget").await();
    story.linear.open(story.jira().twin());
    story.linear().label("").await();
    return story;
  }

  JiraIssue jira() {
    return new JiraIssue(jira);
  }

  LinearIssue linear() {
    return new LinearIssue(linear);
  }

  /** Does something in one window and measures until it is seen in the other. */
  Duration from(Runnable deed, Sight sight) {
    Instant begin = clock.instant();
    deed.run();
    sight.await();
    return Duration.between(begin, clock.instant());
  }

  /** Keeps a picture of both windows, the panel in full. */
  void picture(String name) {
    jira().awaitWholePanel();
    String tail = "-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT);
    jira.picture("jira" + tail);
    linear.picture("linear" + tail);
  }

  /** Fails if either page had a script error or asked another machine for anything. */
  void assertNobodyComplained() {
    assertThat(jira.complaints()).isEmpty();
    assertThat(linear.complaints()).isEmpty();
  }

  @Override
  public void close() {
    linear.close();
    jira.close();
  }
}
