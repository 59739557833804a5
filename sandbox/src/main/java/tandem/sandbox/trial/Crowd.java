package tandem.sandbox.trial;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tandem.sandbox.stage.Stage;

/**
 * Who does something in a row beside those who choose budgets: one of them rewrites a decision with
 * one choice in four, one records a new one with one choice in eight, and some make issues.
 */
final class Crowd {
  private static final int A_REWRITING_IN = 4;
  private static final int A_BEGINNING_IN = 8;

  private final RandomGenerator random;
  private final Writing writing;
  private final Beginning beginning;
  private final NewIssues issues;

  Crowd(Stage stage, RandomGenerator random) {
    this.random = random;
    this.writing = new Writing(stage, random);
    this.beginning = new Beginning(stage, random);
    this.issues = new NewIssues(stage, random);
  }

  /** Another row is about to begin: what is needed beforehand is there when this returns. */
  void gather() throws InterruptedException {
    writing.begin();
    writing.forget();
    beginning.forget();
    issues.forget();
  }

  void makeIssues(int count) {
    issues.make(count);
  }

  /** Somebody chose a budget. */
  void act() {
    if (random.nextInt(A_REWRITING_IN) == 0) {
      writing.edit();
    }
    if (random.nextInt(A_BEGINNING_IN) == 0) {
      beginning.begin();
    }
  }

  boolean allHaveTwins() {
    return issues.allAgree();
  }

  boolean allAgree() {
    return writing.allAgree() && beginning.allAgree() && issues.allAgree();
  }

  /** How many things there have to be now. */
  Census after(Census before) {
    return before.withDecisions(beginning.count()).withTwins(issues.count());
  }

  /** What was done since {@link #gather}. */
  Verdict.Edits edits(int budgets) {
    return new Verdict.Edits(budgets, writing.edits().size(), beginning.count(), issues.count());
  }

  /** What became of all that. */
  Verdict.Lost lost(DecisionRecords records) {
    var others = Stream.concat(beginning.complaints().stream(), issues.complaints().stream());
    return writing.judge(records).lost(writing.edits()).plus(new Verdict.Lost(others.toList(), 0));
  }

  List<String> unexplained(DecisionRecords records) {
    return writing.judge(records).unexplained(writing.edits());
  }
}
