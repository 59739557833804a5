package tandem.app.admin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;
import tandem.sync.model.Budget;
import tandem.sync.model.Side;

/** An admin's answer to an open conflict: a side, or a budget where a side carries several. */
record ChoiceRequest(@Nullable String side, @Nullable String budget) {

  /** A request that passed the checks. */
  sealed interface Checked {}

  record OfSide(Side side) implements Checked {}

  record OfBudget(Budget budget) implements Checked {}

  /** The request in our own terms, or the answer that names what is wrong. */
  Checked checked() {
    if (side != null && budget == null) {
      return new OfSide(sideNamed(side));
    }
    if (budget != null && side == null) {
      return new OfBudget(budgetNamed(budget));
    }
    throw wrong("Give either side (jira or linear) or budget (a budget's name).");
  }

  /** A request that can only be about a side. */
  Side checkedSide() {
    return switch (checked()) {
      case OfSide(Side named) -> named;
      case OfBudget other -> throw wrong("Give side (jira or linear).");
    };
  }

  private static Side sideNamed(String name) {
    return Arrays.stream(Side.values())
        .filter(side -> Tags.nameOf(side).equals(name))
        .findFirst()
        .orElseThrow(() -> wrong("side is jira or linear."));
  }

  private static Budget budgetNamed(String name) {
    try {
      return new Budget(name);
    } catch (IllegalArgumentException e) {
      throw wrong("A budget's name has 1 to 64 of a-z, 0-9 and -.");
    }
  }

  static ErrorResponseException wrong(String detail) {
    return Refusal.of(HttpStatus.BAD_REQUEST, "That cannot be asked", detail);
  }
}
