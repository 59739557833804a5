package tandem.app.admin;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tandem.app.lifecycle.Refusal;
import tandem.sync.store.Slice;

/** How the lists of the API are paged: newest first, {@code before} the last id that was shown. */
final class Slices {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private Slices() {}

  /** The slice that is asked for, or the answer that says what is wrong with it. */
  static Slice of(@Nullable Long before, @Nullable Integer limit) {
    int atMost = limit == null ? USUAL : limit;
    if (atMost < 1 || atMost > MOST) {
      throw Refusal.of(
          HttpStatus.BAD_REQUEST, "No such page", "limit is a whole number from 1 to 200.");
    }
    return new Slice(before == null ? Long.MAX_VALUE : before, atMost);
  }

  /** What to ask for next; null where this was the end. */
  static <T> @Nullable Long next(List<T> shown, Slice slice, ToLongFunction<T> id) {
    return shown.size() < slice.atMost() ? null : id.applyAsLong(shown.getLast());
  }
}
