package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;
import tandem.app.admin.MappingRequest.BudgetRequest;
import tandem.app.connection.Mapping;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Side;

class MappingRequestTest {
  private static final BudgetRequest FEATURES =
      new BudgetRequest("features", 80, "budget:features");
  private static final BudgetRequest HEALTH =
      new BudgetRequest("system-health", 20, "budget:system-health");

  private static void isWrong(String words, String policy, BudgetRequest... budgets) {
    MappingRequest request = new MappingRequest("team", List.of(budgets), policy, null, null);
    assertThatThrownBy(request::checked)
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> {
              assertThat(e.getStatusCode().value()).isEqualTo(400);
              assertThat(e.getBody().getDetail()).contains(words);
            });
  }

  @Test
  void aGoodRequestListsTheLargestShareFirst() {
    var checked =
        new MappingRequest("team", List.of(HEALTH, FEATURES), "prefer-linear", null, "linear")
            .checked();
    assertThat(checked.budgets())
        .extracting(it -> it.budget().name())
        .containsExactly("features", "system-health");
    assertThat(checked.policies().budget()).isEqualTo(ConflictPolicy.PREFER_RIGHT);
    assertThat(checked.creates()).contains(Side.RIGHT);
  }

  @Test
  void withoutAPolicyTheLatestWins() {
    var checked = new MappingRequest("team", List.of(HEALTH, FEATURES), null, null, null).checked();
    assertThat(checked.policies().budget()).isEqualTo(ConflictPolicy.LATEST);
    assertThat(checked.creates()).as("no twins are created unasked").isEmpty();
  }

  @Test
  void decisionsFollowThePolicyOfTheBudgetTagUnlessTheyHaveTheirOwn() {
    assertThat(policies("ask", null))
        .isEqualTo(new Mapping.Policies(ConflictPolicy.ASK, ConflictPolicy.ASK));
    assertThat(policies("ask", "prefer-jira"))
        .isEqualTo(new Mapping.Policies(ConflictPolicy.ASK, ConflictPolicy.PREFER_LEFT));
    assertThat(policies(null, "ask"))
        .isEqualTo(new Mapping.Policies(ConflictPolicy.LATEST, ConflictPolicy.ASK));
    assertThatThrownBy(() -> policies("latest", "newest"))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.getBody().getDetail()).startsWith("decisionPolicy is latest"));
  }

  private static Mapping.Policies policies(@Nullable String budget, @Nullable String decisions) {
    return new MappingRequest("team", List.of(HEALTH, FEATURES), budget, decisions, null)
        .checked()
        .policies();
  }

  @Test
  void twinsAreCreatedOnOneSideOrNone() {
    assertThatThrownBy(() ->
            new MappingRequest("team", List.of(HEALTH, FEATURES), null, null, "both").checked())
        .isInstanceOf(ErrorResponseException.class);
  }

  @Test
  void everyPolicyHasOneName() {
    for (ConflictPolicy policy : ConflictPolicy.values()) {
      assertThat(PolicyNames.policyOf(PolicyNames.nameOf(policy))).contains(policy);
    }
  }

  @Test
  void theSharesAddUpToAHundred() {
    isWrong("add up to 100", "latest", FEATURES);
    isWrong("add up to 100", "latest", FEATURES, HEALTH, new BudgetRequest("other", 1, "o"));
  }

  @Test
  void eachBudgetHasANameAndALabelOfItsOwn() {
    isWrong("of its own", "latest", FEATURES, new BudgetRequest("features", 20, "other"));
    isWrong("of its own", "latest", FEATURES, new BudgetRequest("other", 20, "budget:features"));
  }

  @Test
  void valuesOutOfTheirBoundsAreNamed() {
    isWrong("no space", "latest", FEATURES, new BudgetRequest("other", 20, "two words"));
    isWrong("a-z, 0-9 and -", "latest", FEATURES, new BudgetRequest("Other", 20, "other"));
    isWrong("0 to 100", "latest", new BudgetRequest("other", 101, "other"));
    isWrong("has a name", "latest", new BudgetRequest(null, 100, "other"));
    isWrong("prefer-jira", "newest", FEATURES, HEALTH);
    isWrong("1 to 20 budgets", "latest");
  }
}
