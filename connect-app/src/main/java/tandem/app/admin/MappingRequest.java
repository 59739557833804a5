package tandem.app.admin;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Refusal;
import tandem.sync.model.Budget;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Side;

/** What an admin asks a mapping to be. Everything in it is checked by {@link #checked}. */
record MappingRequest(
    @Nullable String linearTeamId,
    @Nullable List<@Nullable BudgetRequest> budgets,
    @Nullable String policy,
    @Nullable String decisionPolicy,
    @Nullable String create) {
  private static final int MOST_BUDGETS = 20;
  private static final int WHOLE = 100;

  record BudgetRequest(@Nullable String name, @Nullable Integer share, @Nullable String label) {}

  /** A budget that passed the checks. */
  record Wanted(Budget budget, int share, String label) {}

  /** A request that passed the checks; what it names may still not exist. */
  record Checked(
      String teamId, List<Wanted> budgets, Mapping.Policies policies, Optional<Side> creates) {
    SortedMap<Budget, String> names() {
      SortedMap<Budget, String> names = new TreeMap<>();
      budgets.forEach(wanted -> names.put(wanted.budget(), wanted.budget().name()));
      return names;
    }
  }

  /** The request in our own terms, or the answer that names what is wrong. */
  Checked checked() {
    if (linearTeamId == null || linearTeamId.isBlank() || linearTeamId.length() > 64) {
      throw wrong("linearTeamId is the id of a team of GET /api/admin/linear/teams.");
    }
    if (budgets == null || budgets.isEmpty() || budgets.size() > MOST_BUDGETS) {
      throw wrong("budgets lists 1 to 20 budgets.");
    }
    List<Wanted> wanted = budgets.stream().map(MappingRequest::budget).toList();
    if (!areDistinct(wanted, Wanted::budget) || !areDistinct(wanted, Wanted::label)) {
      throw wrong("Each budget has a name and a label of its own.");
    }
    if (wanted.stream().mapToInt(Wanted::share).sum() != WHOLE) {
      throw wrong("The shares of all budgets add up to 100.");
    }
    List<Wanted> largestFirst =
        wanted.stream().sorted(Comparator.comparingInt(Wanted::share).reversed()).toList();
    return new Checked(linearTeamId, largestFirst, policies(), creates());
  }

  private static Wanted budget(@Nullable BudgetRequest asked) {
    if (asked == null || asked.name() == null || asked.share() == null || asked.label() == null) {
      throw wrong("Each budget has a name, a share and a label.");
    }
    if (asked.share() < 0 || asked.share() > WHOLE) {
      throw wrong("A share is a whole number from 0 to 100, in per cent.");
    }
    if (!asked.label().matches("\\S{1,255}")) {
      throw wrong("A Jira label has 1 to 255 characters and no space.");
    }
    try {
      return new Wanted(new Budget(asked.name()), asked.share(), asked.label());
    } catch (IllegalArgumentException e) {
      throw wrong("A budget's name has 1 to 64 of a-z, 0-9 and -.");
    }
  }

  private static <T> boolean areDistinct(List<Wanted> budgets, Function<Wanted, T> part) {
    Set<T> parts = new HashSet<>();
    return budgets.stream().map(part).allMatch(parts::add);
  }

  private Mapping.Policies policies() {
    ConflictPolicy budget = policy(policy == null ? "latest" : policy, "policy");
    return new Mapping.Policies(
        budget, decisionPolicy == null ? budget : policy(decisionPolicy, "decisionPolicy"));
  }

  private static ConflictPolicy policy(String name, String field) {
    return PolicyNames.policyOf(name)
        .orElseThrow(() -> wrong(field + " is latest, prefer-jira, prefer-linear or ask."));
  }

  private Optional<Side> creates() {
    return switch (create == null ? "none" : create) {
      case "none" -> Optional.empty();
      case "jira" -> Optional.of(Side.LEFT);
      case "linear" -> Optional.of(Side.RIGHT);
      default -> throw wrong("create is none, jira or linear.");
    };
  }

  static ErrorResponseException wrong(String detail) {
    return Refusal.of(HttpStatus.BAD_REQUEST, "The mapping cannot be like this", detail);
  }
}
