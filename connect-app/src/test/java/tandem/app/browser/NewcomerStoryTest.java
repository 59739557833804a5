package tandem.app.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What README promises for the first five minutes, done by a real browser on the real servers. */
class NewcomerStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aBudgetSwitchedInLinearIsSeenInJirasIssueView(ColorScheme scheme) {
    try (Story story = story(scheme)) {
      story.picture("1-agrees");
      Duration label =
          story.from(
              () -> story.linear().chooseLabel("system-health"),
              story.jira().label("budget:system-health"));
      story.jira().panelSays("System health").await();
      Duration panel =
          story.from(
              () -> story.linear().chooseLabel("features"), story.jira().panelSays("Features"));
      story.jira().panelSays("Same budget").await();
      story.picture("2-switched-in-linear");

      tell("Linear to Jira's label", label);
      tell("Linear to the panel", panel);
      story.assertNobodyComplained();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aBudgetTakenAwayAndSetInJiraIsSeenInLinear(ColorScheme scheme) {
    try (Story story = story(scheme)) {
      Duration gone =
          story.from(
              () -> story.jira().removeLabel("budget:features"),
              story.linear().label("features").gone());
      story.jira().panelSays("draws on no budget yet").await();
      story.picture("3-taken-away-in-jira");
      Duration set =
          story.from(
              () -> story.jira().addLabel("budget:features"), story.linear().label("features"));
      story.jira().panelSays("Same budget").await();
      story.picture("4-set-in-jira");

      tell("Jira to Linear, taken away", gone);
      tell("Jira to Linear, set", set);
      story.assertNobodyComplained();
    }
  }

  private static Story story(ColorScheme scheme) {
    return Story.ofIssueLabelled("budget:features", SCENE, scheme);
  }

  /** The promise is two seconds; how long it took is the machine's, so it is told, not asserted. */
  private static void tell(String way, Duration wait) {
    System.out.printf("story: %s, %d ms%n", way, wait.toMillis());
  }
}
