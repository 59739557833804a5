package tandem.app.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tandem.app.project.Listing;

/**
 * The early warnings of a project.
 *
 * @param warnings the most pressing first, at most 500
 * @param complete false where there may be more; {@code why} then says why in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WarningsAnswer(List<Warning> warnings, boolean complete, @Nullable String why) {
  static final int MOST = 500;

  static WarningsAnswer of(Listing listing, List<Warning> all) {
    String why =
        Stream.of(listing.why(), unlisted(all.size()), unread(listing))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return new WarningsAnswer(
        all.stream().limit(MOST).toList(), why.isEmpty(), why.isEmpty() ? null : why);
  }

  private static Optional<String> unlisted(int all) {
    return all <= MOST
        ? Optional.empty()
        : Optional.of("These are the %,d most pressing of %,d warnings.".formatted(MOST, all));
  }

  private static Optional<String> unread(Listing listing) {
    int more = listing.issues().stream().mapToInt(it -> it.decisions().more()).sum();
    return more == 0
        ? Optional.empty()
        : Optional.of(
            "%,d decisions of issues that have very many are not looked at.".formatted(more));
  }
}
