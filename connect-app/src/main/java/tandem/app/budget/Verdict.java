package tandem.app.budget;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a budget stands to its target. What was closed on no budget has no say in it: nobody knows
 * which budget it would have drawn on.
 *
 * @param share per cent of what was closed on any budget, to tenths; those of all budgets add up to
 *     100
 * @param target per cent
 * @param borrowed in the measure: above 0 so much is owed to this budget, below 0 it borrowed so
 *     much from the others; those of all budgets add up to 0
 */
public record Verdict(
    String budget, double share, int target, State state, String words, double borrowed) {
  private static final double NEAR_PERCENT = 2;

  /** Less than one issue or one point off cannot be divided more evenly. */
  private static final double NEAR_AMOUNT = 1;

  /** Where the share lies; written in small letters. */
  public enum State {
    UNDER,
    ON,
    OVER;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Verdict> of(List<Target> targets, Spent spent, Measure measure) {
    List<Double> amounts = targets.stream().map(it -> spent.amountOf(it.name())).toList();
    List<Double> shares = Shares.of(amounts);
    double whole = spent.tagged();
    return IntStream.range(0, targets.size())
        .mapToObj(i ->
            one(
                targets.get(i),
                shares.get(i),
                owed(targets.get(i), whole, amounts.get(i)),
                measure))
        .map(it -> whole > 0 ? it : it.undecided())
        .toList();
  }

  private static double owed(Target target, double whole, double amount) {
    return Amount.rounded(whole * target.target() / 100 - amount);
  }

  private static Verdict one(Target target, double share, double owed, Measure measure) {
    boolean near =
        Math.abs(owed) < NEAR_AMOUNT || Math.abs(share - target.target()) <= NEAR_PERCENT;
    State state = near ? State.ON : owed > 0 ? State.UNDER : State.OVER;
    return new Verdict(
        target.name(),
        share,
        target.target(),
        state,
        words(target, share, state, measure.words(Math.abs(owed))),
        owed);
  }

  private static String words(Target target, double share, State state, String difference) {
    String had =
        "%s had %s%% of what was closed".formatted(spoken(target.name()), Measure.plain(share));
    return switch (state) {
      case ON -> had + ", as planned (" + target.target() + "%).";
      case UNDER -> had + ", " + target.target() + "% are planned: it is owed " + difference + ".";
      case OVER -> had + ", " + target.target() + "% are planned: it borrowed " + difference + ".";
    };
  }

  /** {@code system-health} is for machines; people read "System health", as on the pages. */
  private static String spoken(String budget) {
    String words = budget.replace('-', ' ').strip();
    return words.isEmpty()
        ? budget
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Verdict undecided() {
    return new Verdict(
        budget, 0, target, State.ON, "Nothing was closed on a budget in this time.", 0);
  }
}
