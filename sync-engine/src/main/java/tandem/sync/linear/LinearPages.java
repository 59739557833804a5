package tandem.sync.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tandem.sync.replica.Outcome;

/** Reads a short listing to its end. */
final class LinearPages {
  /** Linear gives 100 a page here; a listing that is longer than this is cut. */
  private static final int MOST_PAGES = 50;

  private LinearPages() {}

  /** A page; {@code next} is empty on the last one. */
  record Part<T>(List<T> items, Optional<String> next) {}

  static <T> Outcome<List<T>> all(Function<Optional<String>, Outcome<Part<T>>> page) {
    return from(Optional.empty(), new ArrayList<>(), page, MOST_PAGES);
  }

  private static <T> Outcome<List<T>> from(
      Optional<String> after,
      List<T> soFar,
      Function<Optional<String>, Outcome<Part<T>>> page,
      int pagesLeft) {
    return page.apply(after)
        .then(part -> {
          soFar.addAll(part.items());
          return part.next().isEmpty() || pagesLeft == 1
              ? new Outcome.Done<>(List.copyOf(soFar))
              : from(part.next(), soFar, page, pagesLeft - 1);
        });
  }
}
