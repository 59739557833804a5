package tandem.app.decision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tandem.app.decision.ImportRequest.Checked;
import tandem.app.decision.ImportRequest.File;
import tandem.app.lifecycle.Refusal;

/**
 * An import that is to be taken back: what was sent then, and what became of it.
 *
 * @param files all of that import, in its order: ids come from their names
 * @param ids of the decisions that it wrote
 */
record UndoRequest(
    @Nullable String issueId,
    @Nullable List<@Nullable File> files,
    @Nullable List<@Nullable String> ids) {

  /** The import, or the answer that names what is wrong. */
  Checked sent() {
    return new ImportRequest(issueId, files, false).checked();
  }

  /** Those that it wrote, or the answer that names what is wrong. */
  Set<String> written() {
    if (ids == null || ids.isEmpty()) {
      throw Refusal.of(
          HttpStatus.BAD_REQUEST,
          "That cannot be taken back",
          "Give ids, those of the decisions that were imported.");
    }
    return ids.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
