package tandem.app.warning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.app.project.ProjectIssue;

/**
 * Something that needs a talk.
 *
 * @param issue where it is; null where it is about the whole project
 * @param words what happened and what it means, a sentence or two
 * @param since since when, where that is known
 * @param urgency 0 to 100; what must be talked about first has the most
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Warning(
    Kind kind,
    ProjectIssue.@Nullable Name issue,
    String words,
    @Nullable LocalDate since,
    @JsonIgnore int urgency) {

  /** The most pressing first; of equals what has waited longest, then the oldest issue. */
  static final Comparator<Warning> MOST_PRESSING_FIRST =
      Comparator.comparingInt(Warning::urgency)
          .reversed()
          .thenComparing(it -> Optional.ofNullable(it.since()).orElse(LocalDate.MAX))
          .thenComparingLong(Warning::number);

  /** What it is about; written in small letters with hyphens. */
  enum Kind {
    SLO,
    FEASIBILITY,
    DECISION_OVERDUE,
    BUDGET,
    CRITERIA_CHANGED,
    DISSENT;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A text that somebody else wrote, told apart from ours. */
  static String quoted(String text) {
    return "“" + text + "”";
  }

  private long number() {
    return issue == null ? 0 : Long.parseLong(issue.id());
  }
}
