package tandem.app.budget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The periods of a report, in order, and which of them a moment or a piece of work falls into. A
 * moment belongs to the period that began last before it: one between two sprints to the sprint
 * before. Nothing falls into a period that is not reported on.
 *
 * @param periods by their beginning; at most {@link #MOST}
 */
record Calendar(List<Period> periods) {
  /** Half a year of weeks. */
  static final int MOST = 26;

  Calendar {
    periods = List.copyOf(periods);
  }

  /** The newest {@link #MOST} of these. */
  static Calendar newest(List<Period> all) {
    return new Calendar(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** Where a moment falls. */
  OptionalInt at(Instant moment) {
    for (int i = periods.size() - 1; i >= 0; i--) {
      if (!moment.isBefore(periods.get(i).from())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Where work counts that was closed: in the sprint of its own that began last before it, else by
   * the time of closing. Sprints of several boards run side by side, so the time alone would not
   * do.
   */
  OptionalInt of(Work work) {
    Optional<Instant> closed = work.closed();
    return closed.isEmpty() ? OptionalInt.empty() : own(work, closed.get());
  }

  private OptionalInt own(Work work, Instant closed) {
    for (int i = periods.size() - 1; i >= 0; i--) {
      Period period = periods.get(i);
      boolean itsOwn =
          period.sprint().isPresent() && work.sprints().contains(period.sprint().getAsLong());
      if (itsOwn && !closed.isBefore(period.from())) {
        return OptionalInt.of(i);
      }
    }
    return at(closed);
  }

  /** The moment at which a period gives way to the next; empty for the last one. */
  Optional<Instant> end(int period) {
    return period + 1 < periods.size()
        ? Optional.of(periods.get(period + 1).from())
        : Optional.empty();
  }

  /** The last so many periods. */
  Calendar last(int count) {
    return new Calendar(
        new ArrayList<>(periods.subList(Math.max(0, periods.size() - count), periods.size())));
  }
}
