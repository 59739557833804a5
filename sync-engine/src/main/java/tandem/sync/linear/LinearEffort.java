package tandem.sync.linear;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tandem.sync.linear.graphql.BudgetIssuesQuery;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;

/**
 * The effort that a team's issues draw on its budgets: for reports, not for mirroring. Safe for
 * many threads; fails as {@link tandem.sync.replica.Replica} does.
 *
 * @see <a href="https://linear.app/developers/filtering">Filtering</a>
 */
public final class LinearEffort {
  /** A listing that is longer than this many pages of 100 is cut. */
  private static final int MOST_PAGES = 20;

  private final LinearTeam team;
  private final LinearCalls calls;

  public LinearEffort(LinearTeam team, LinearAuthorization authorization, LinearHttp http) {
    this.team = team;
    this.calls = new LinearCalls(team.api(), authorization, http);
  }

  /**
   * An issue that draws on a budget.
   *
   * @param budget of several the first by name
   * @param estimate in the team's unit; not negative
   */
  public record Drawn(
      IssueId issue,
      Budget budget,
      Optional<Double> estimate,
      Instant created,
      Optional<Instant> completed) {}

  /**
   * The newest issues.
   *
   * @param complete false where there are more
   */
  public record Listing(List<Drawn> issues, boolean complete) {
    public Listing {
      issues = List.copyOf(issues);
    }
  }

  /**
   * Issues with a budget's label that are open or were completed since then; neither cancelled ones
   * nor those in the bin. One remote call for each 100.
   */
  public Outcome<Listing> since(Instant since) {
    if (team.labelIds().isEmpty()) {
      return new Outcome.Done<>(new Listing(List.of(), true));
    }
    List<Drawn> issues = new ArrayList<>();
    Outcome<BudgetIssuesQuery.Data> page = page(since, Optional.empty());
    for (int pages = 1; page instanceof Outcome.Done<BudgetIssuesQuery.Data>(var data); pages++) {
      data.issues.nodes.forEach(node -> drawn(node).ifPresent(issues::add));
      Optional<String> next =
          data.issues.pageInfo.endCursor.filter(end -> data.issues.pageInfo.hasNextPage);
      if (next.isEmpty() || pages == MOST_PAGES) {
        return new Outcome.Done<>(new Listing(issues, next.isEmpty()));
      }
      page = page(since, next);
    }
    return page.then(unreached -> new Outcome.Done<>(new Listing(issues, false)));
  }

  private Outcome<BudgetIssuesQuery.Data> page(Instant since, Optional<String> after) {
    return calls.data(
        BudgetIssuesQuery.builder()
            .team(team.teamId())
            .labels(List.copyOf(team.labelIds().values()))
            .since(since.truncatedTo(ChronoUnit.MILLIS).toString())
            .after(after)
            .build());
  }

  /** Empty for one that lost its label, was cancelled or thrown away since it was found. */
  private Optional<Drawn> drawn(BudgetIssuesQuery.Node node) {
    SortedSet<Budget> budgets = team.budgetsOf(new HashSet<>(node.labelIds));
    boolean counts = !node.trashed.orElse(false) && node.canceledAt.isEmpty();
    return budgets.isEmpty() || !counts
        ? Optional.empty()
        : Optional.of(
            new Drawn(
                new IssueId(node.id),
                budgets.first(),
                node.estimate.filter(points -> points >= 0),
                node.createdAt,
                node.completedAt));
  }
}
