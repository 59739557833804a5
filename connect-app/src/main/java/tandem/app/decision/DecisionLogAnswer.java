package tandem.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.app.project.Listing;

/**
 * The decision log of a project.
 *
 * @param decisions those without a date first, then the newest
 * @param mayEdit whether the person may import some
 * @param complete false where there are more; {@code why} then says why in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DecisionLogAnswer(
    boolean mayEdit, List<LoggedDecision> decisions, boolean complete, @Nullable String why) {
  private static final Comparator<LoggedDecision> NEWEST_FIRST =
      Comparator.comparing(
              (LoggedDecision it) -> Optional.ofNullable(it.decidedOn()).orElse(LocalDate.MAX))
          .reversed();

  static DecisionLogAnswer of(Listing listing, LocalDate today, boolean mayEdit) {
    List<LoggedDecision> decisions =
        listing.issues().stream()
            .flatMap(issue ->
                issue.decisions().entries().stream().map(it -> LoggedDecision.of(issue, it, today)))
            .sorted(NEWEST_FIRST)
            .toList();
    int more = listing.issues().stream().mapToInt(it -> it.decisions().more()).sum();
    String why =
        Stream.concat(listing.why().stream(), unlisted(more).stream())
            .collect(Collectors.joining(" "));
    return new DecisionLogAnswer(mayEdit, decisions, why.isEmpty(), why.isEmpty() ? null : why);
  }

  private static Optional<String> unlisted(int more) {
    return more == 0
        ? Optional.empty()
        : Optional.of(
            more + " decisions of issues that have very many are only shown on their issues.");
  }
}
