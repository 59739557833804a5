package tandem.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** An issue of the story about whose three panels nothing is left to be written. */
final class WrittenIssue {
  /** It has a twin, a budget and an accepted decision by the story. */
  static final String KEY = "SHOP-18";

  static final List<String> PANELS = List.of("Acceptance criteria", "Tradeoffs", "Business impact");

  private static final List<String> FOLDS = List.of("SLO at risk", "Feasibility", "People");

  private WrittenIssue() {}

  /** Writes the three documents into Jira; again and again is the same. */
  static void write(RunningHouse house) {
    documents()
        .properties()
        .forEach(it -> house.site().hand().property(KEY, it.getKey(), it.getValue()));
  }

  private static JsonNode documents() {
    try (var file = WrittenIssue.class.getResourceAsStream("written-issue.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the panels, opens all that can be opened, and gives their frames in that order. */
  static List<Frame> unfolded(Window jira) {
    List<Frame> frames = PANELS.stream().map(jira::module).toList();
    frames.forEach(frame -> frame.locator("footer.panel-foot").waitFor());
    Frame impact = frames.getLast();
    for (String fold : FOLDS) {
      impact.getByText(fold, new Frame.GetByTextOptions().setExact(true)).click();
    }
    impact.getByText("Jonas Lindqvist").first().waitFor();
    frames.get(1).locator("button.disclosure").all().forEach(Locator::click);
    return frames;
  }
}
