package tandem.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each decision of an import that was taken back. */
record UndoAnswer(List<Row> decisions) {

  /**
   * A decision.
   *
   * @param problem why it stays, a sentence; null where it is gone
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(String id, String title, @Nullable String problem) {}
}
