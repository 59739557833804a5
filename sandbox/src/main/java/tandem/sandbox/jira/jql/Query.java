package tandem.sandbox.jira.jql;

import java.util.List;
import java.util.Optional;

/** A parsed query. */
record Query(Optional<Clause> where, List<Order> orders) {
  /** One field of ORDER BY. */
  record Order(String field, boolean descending) {}
}
