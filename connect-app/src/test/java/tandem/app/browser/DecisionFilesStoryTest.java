package tandem.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tandem.sandbox.jira.Cast;

/** The decision log as files: out as Markdown and CSV, in from another tool's record, and back. */
class DecisionFilesStoryTest {
  @RegisterExtension private static final Scene SCENE = new Scene();

  private static final String PROJECT = "FILES";
  private static final String IMPORTED = "tandem.decision.use-a-queue";
  private static final String RECORD =
      """
      # 7. Use a queue

      Date: 2026-03-02

      ## Status

      Accepted

      ## Context

      Mails were lost when the provider was down.

      ## Decision

      Each mail waits in a queue until it is sent.

      ## Consequences

      One more thing to watch.
      """;

  private static String issue;

  @BeforeAll
  static void beginsAProjectWithADecision() {
    SCENE.house().site().hand().project(PROJECT, "Decisions as files");
    issue = SCENE.newIssue(PROJECT);
    JsonNode decision =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", "Say a day")
            .put("status", "proposed")
            .put("context", "Nobody buys without one");
    assertThat(calls().put("decisions/say-a-day", decision).statusCode()).isBetween(200, 299);
  }

  private static PanelCalls calls() {
    return new PanelCalls(SCENE.house(), Cast.EDITOR, issue);
  }

  @Test
  void theLogIsSavedAsMarkdownFilesAndAsATable() throws IOException {
    try (OpenProject project = SCENE.project(Cast.VIEWER, PROJECT)) {
      Locator log = project.tab("Decisions");
      Download markdown = saved(project.page(), button(log, "Export as Markdown"));
      assertThat(markdown.suggestedFilename()).isEqualTo("FILES-decisions.zip");
      assertThat(textOf(markdown)).contains("# Say a day", "Nobody buys without one");

      Download csv = saved(project.page(), button(log, "Export as CSV"));
      assertThat(csv.suggestedFilename()).isEqualTo("FILES-decisions.csv");
      try (InputStream file = csv.createReadStream()) {
        assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
            .contains("Superseded by", "Say a day", "proposed", issue);
      }
      assertThat(project.jira().complaints()).isEmpty();
    }
  }

  @Test
  void aRecordOfAnotherToolIsLookedAtImportedAndTakenBack() {
    try (OpenProject project = SCENE.project(Cast.EDITOR, PROJECT)) {
      Locator log = project.tab("Decisions");
      button(log, "Import Markdown").click();
      byte[] text = RECORD.getBytes(StandardCharsets.UTF_8);
      log.getByLabel("Markdown files")
          .setInputFiles(new FilePayload("0007-use-a-queue.md", "text/markdown", text));
      log.getByLabel("Issue to put them on").fill(issue);
      button(log, "Preview").click();
      Locator preview = log.locator(".import-preview");
      assertThat(preview).containsText("1 decision can be imported.");
      assertThat(preview).containsText("Use a queue");
      assertThat(calls().property(IMPORTED).isMissingNode()).isTrue();

      button(log, "Import 1 decision").click();
      Locator undo = project.page().locator(".flag").getByText("Undo");
      undo.waitFor();
      assertThat(preview).containsText("1 decision imported.");
      assertThat(calls().property(IMPORTED).toString()).contains("waits in a queue");

      undo.click();
      assertThat(project.page().getByText("1 decision taken back from " + issue)).isVisible();
      assertThat(calls().property(IMPORTED).isMissingNode()).isTrue();
      assertThat(project.jira().complaints()).isEmpty();
    }
  }

  private static Download saved(Page page, Locator button) {
    return page.waitForDownload(button::click);
  }

  /** All files of an archive, one after the other. */
  private static String textOf(Download archive) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream files = new ZipInputStream(archive.createReadStream())) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        assertThat(file.getName()).endsWith(".md");
        all.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
