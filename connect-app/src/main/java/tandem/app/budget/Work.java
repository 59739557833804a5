package tandem.app.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of work, in whichever tracker it lives; one that lives in both is one.
 *
 * @param budget the name of the budget that it draws on; empty for none
 * @param amount what it counts for, in the measure of the report; not negative
 * @param closed when it was finished; empty while it is not
 * @param sprints the ids of the sprints that it was in
 */
record Work(
    Optional<String> budget,
    double amount,
    Instant opened,
    Optional<Instant> closed,
    Set<Long> sprints) {
  Work {
    sprints = Set.copyOf(sprints);
    if (!(amount >= 0)) {
      throw new IllegalArgumentException("work counts for 0 or more");
    }
  }
}
