package tandem.app.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mapping.MappedBudget;

/**
 * What the tradeoff panel shows of an issue's budget, as docs/api.md gives it. Absent parts are
 * written as {@code null}.
 *
 * @param budget the budget that the issue draws on
 * @param mapping the mapping of the issue's project
 * @param twin the issue in Linear
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record IssueBudget(
    Issue issue, @Nullable Drawn budget, @Nullable Mapped mapping, @Nullable Twin twin) {

  record Issue(String id, String key) {}

  /** {@code share} is the target share of the effort in per cent. */
  record Drawn(String name, String label, int share) {
    static Drawn of(MappedBudget mapped) {
      return new Drawn(mapped.budget().name(), mapped.jiraLabel(), mapped.share());
    }
  }

  /** The mapping's budgets, and their labels in Jira, the largest share first. */
  record Mapped(String projectKey, List<String> labels, List<Drawn> budgets) {
    static Mapped of(Mapping mapping) {
      return new Mapped(
          mapping.project().key(),
          mapping.budgets().stream().map(MappedBudget::jiraLabel).toList(),
          mapping.budgets().stream().map(Drawn::of).toList());
    }
  }

  /**
   * @param since when both sides last came to agree; null if they never did
   * @param why one sentence for people where there is something to add
   */
  record Twin(
      String key,
      URI url,
      boolean agrees,
      @Nullable Instant since,
      State state,
      @Nullable String why) {}

  /** How the twin's budget stands to this one's; written in small letters. */
  enum State {
    AGREES,
    WAITING,
    CONFLICT,
    PAUSED;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
