package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sandbox.jira.Cast;

/** The three panels of a fully written issue, seen by who may edit it and by who may not. */
class PanelsStoryTest {
  private static final String FIELDS =
      "input, select, textarea, [contenteditable], [role=slider], [draggable=true]";
  private static final Pattern DEED =
      Pattern.compile(
          "edit|add|remove|choose|agree|settle|reopen|write|undo|change|take back|accept|delete",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> SEEN =
      List.of(
          "to see the day of delivery on the product page",
          "Guess from the country",
          "one basket in nine is not bought");

  @RegisterExtension private static final Scene SCENE = new Scene();

  @BeforeAll
  static void writesTheIssue() {
    WrittenIssue.write(SCENE.house());
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void whoMayEditSeesAllOfItAndTheWaysToChangeIt(ColorScheme scheme) {
    try (Window jira = SCENE.window(scheme)) {
      jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + WrittenIssue.KEY);
      List<Frame> panels = WrittenIssue.unfolded(jira);

      assertSeen(panels);
      panels.forEach(panel -> assertThat(deeds(panel).first()).isVisible());
      assertHiddenFromNobody(panels);
      jira.pictureOfAll("panels-" + scheme.name().toLowerCase(Locale.ROOT), panels);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aMenuAndTheFormsOfThePanelsAreHiddenFromNobody(ColorScheme scheme) {
    try (Window jira = SCENE.window(scheme)) {
      jira.openAs(Cast.EDITOR, SCENE.house().jira(), "/browse/" + WrittenIssue.KEY);
      List<Frame> panels = WrittenIssue.unfolded(jira);
      press(panels.get(0), "Type: ");
      panels.get(0).getByRole(AriaRole.LISTBOX).waitFor();
      press(panels.get(1), "Write a decision");
      panels.get(1).getByRole(AriaRole.FORM).waitFor();
      assertHiddenFromNobody(panels);

      press(panels.get(0), "Add a criterion");
      panels.get(0).getByRole(AriaRole.TEXTBOX).waitFor();
      press(panels.get(1), "Raise a risk");
      panels.get(1).locator(".add-line").waitFor();
      press(panels.get(2), "Accountable");
      panels.get(2).getByRole(AriaRole.LISTBOX).waitFor();
      assertHiddenFromNobody(panels);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @Test
  void whoMayNotEditSeesAllOfItAndNothingToChangeItWith() {
    try (Window jira = SCENE.window()) {
      jira.openAs(Cast.VIEWER, SCENE.house().jira(), "/browse/" + WrittenIssue.KEY);
      List<Frame> panels = WrittenIssue.unfolded(jira);

      assertSeen(panels);
      for (Frame panel : panels) {
        assertThat(panel.getByText("You may look at this, not edit it.")).isVisible();
        assertThat(panel.locator(FIELDS)).hasCount(0);
        assertThat(deeds(panel)).hasCount(0);
      }
      assertHiddenFromNobody(panels);
      jira.pictureOfAll("panels-viewer", panels);
      assertThat(jira.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acceptance", "impact", "tradeoff", "decisions/mine", "budget"})
  void whoMayNotEditIsRefusedWithoutAPanelToo(String what) {
    PanelCalls viewer = new PanelCalls(SCENE.house(), Cast.VIEWER, WrittenIssue.KEY);

    assertThat(viewer.put(what, JsonNodeFactory.instance.objectNode().put("v", 1)).statusCode())
        .isEqualTo(403);
  }

  private static void assertSeen(List<Frame> panels) {
    for (int nr = 0; nr < SEEN.size(); nr++) {
      assertThat(panels.get(nr).getByText(SEEN.get(nr)).first()).isVisible();
    }
  }

  private static void assertHiddenFromNobody(List<Frame> panels) {
    for (int nr = 0; nr < panels.size(); nr++) {
      assertThat(Axe.violations(panels.get(nr))).as(WrittenIssue.PANELS.get(nr)).isEmpty();
    }
  }

  /** The first button whose name begins so. */
  private static void press(Frame panel, String name) {
    Pattern begin = Pattern.compile("^" + name);
    panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(begin)).first().click();
  }

  /** Buttons whose name says that they change something. */
  private static Locator deeds(Frame panel) {
    return panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName(DEED));
  }
}
