package tandem.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.DecisionStatus;

/**
 * What became, or would become, of each file.
 *
 * @param written how many decisions were written; 0 for a preview
 */
record ImportAnswer(List<Row> decisions, int written) {

  /**
   * A file.
   *
   * @param problem why it is not written, a sentence; null where it was, or would be
   * @param lost what was not understood in it; empty for nothing
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(
      String file,
      String id,
      String title,
      @Nullable String status,
      @Nullable String problem,
      String lost) {

    static Row of(Candidate it) {
      return new Row(
          it.file(),
          it.decision().id().value(),
          it.decision().title().written(),
          it.decision().status().map(DecisionStatus::word).orElse(null),
          it.problem().orElse(null),
          it.lost());
    }
  }

  static ImportAnswer of(List<Candidate> candidates, int written) {
    return new ImportAnswer(candidates.stream().map(Row::of).toList(), written);
  }
}
