package tandem.app.decision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;

/**
 * Markdown files that are to become decisions of an issue.
 *
 * @param preview nothing is written where it is true, and where it is not said
 */
record ImportRequest(
    @Nullable String issueId, @Nullable List<@Nullable File> files, @Nullable Boolean preview) {
  /** Jira takes 100 writes to an issue in 30 seconds; some are left to others. */
  private static final int MOST_FILES = 60;

  private static final int LONGEST_NAME = 255;

  record File(@Nullable String name, @Nullable String text) {}

  /** A request that passed the checks. */
  record Checked(String issueId, List<Source> sources, boolean preview) {}

  /** A file: its name without its folder, and its text. */
  record Source(String name, String text) {}

  /** The request in our own terms, or the answer that names what is wrong. */
  Checked checked() {
    if (issueId == null || !issueId.matches("\\d{1,18}")) {
      throw wrong("Give issueId, the id of the issue that the decisions are added to.");
    }
    if (files == null || files.isEmpty() || files.size() > MOST_FILES) {
      throw wrong("Give 1 to " + MOST_FILES + " files at once.");
    }
    return new Checked(
        issueId,
        files.stream().map(ImportRequest::source).toList(),
        Objects.requireNonNullElse(preview, true));
  }

  private static Source source(@Nullable File file) {
    if (file == null || file.name() == null || file.text() == null || file.name().isBlank()) {
      throw wrong("Each file has a name and a text.");
    }
    if (file.name().length() > LONGEST_NAME) {
      throw wrong("A file's name has at most " + LONGEST_NAME + " characters.");
    }
    return new Source(file.name().replaceFirst("^.*[/\\\\]", ""), file.text());
  }

  private static ErrorResponseException wrong(String detail) {
    return Refusal.of(HttpStatus.BAD_REQUEST, "That cannot be imported", detail);
  }
}
