package tandem.sandbox.jira.jql;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tandem.sandbox.jira.state.Confidence;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Answers queries over the site's issues. Throws {@link JqlError} for what Jira refuses. There is
 * no index: a change is found at once, which is better than Jira promises.
 */
public final class Jql {
  private static final Comparator<Issue> NEWEST_FIRST =
      Comparator.comparing((Issue i) -> Long.valueOf(i.id())).reversed();

  private final SiteStore store;
  private final InstantSource clock;

  public Jql(SiteStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The issues found, in the query's order, then newest id first. A query without a restriction is
   * refused (documented for {@code /search/jql}).
   */
  public List<Issue> search(String jql, Person asker) {
    var query = Parser.parse(jql);
    var where =
        query
            .where()
            .orElseThrow(() ->
                new JqlError(
                    "Unbounded JQL queries are not allowed here. Please add a search"
                        + " restriction to your query."));
    var condition = conditions(asker).of(where);
    return store.issues().stream()
        .filter(issue -> Confidence.shows(issue, asker))
        .filter(condition)
        .sorted(order(query.orders()))
        .toList();
  }

  /** Whether this one issue is found by the query. An empty query finds everything. */
  public boolean matches(String jql, Issue issue, Person asker) {
    var where = Parser.parse(jql).where();
    return where.map(clause -> conditions(asker).of(clause).test(issue)).orElse(true);
  }

  private Conditions conditions(Person asker) {
    return new Conditions(store, new Conditions.Asker(asker.accountId(), clock.instant()));
  }

  private Comparator<Issue> order(List<Query.Order> orders) {
    Comparator<Issue> all = null;
    for (var order : orders) {
      var one = order.descending() ? by(order.field()).reversed() : by(order.field());
      all = all == null ? one : all.thenComparing(one);
    }
    return all == null ? NEWEST_FIRST : all.thenComparing(NEWEST_FIRST);
  }

  private Comparator<Issue> by(String field) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "created" -> Comparator.comparing((Issue i) -> i.times().created());
      case "updated" -> Comparator.comparing((Issue i) -> i.times().updated());
      case "id" -> Comparator.comparing((Issue i) -> Long.valueOf(i.id()));
      case "key", "issuekey" ->
          Comparator.comparing((Issue i) -> i.ref().projectId())
              .thenComparing((Issue i) -> Long.valueOf(i.id()));
      default -> {
        var reading = new Readings(store, new Aliases(store)).of(field);
        Function<Issue, String> text = i -> String.join(" ", reading.of(i));
        yield Comparator.comparing(text);
      }
    };
  }
}
