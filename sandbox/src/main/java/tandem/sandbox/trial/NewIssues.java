package tandem.sandbox.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tandem.sandbox.stage.Beginners;
import tandem.sandbox.stage.Budgets;
import tandem.sandbox.stage.Stage;

/** Issues that people make in Jira, each of which is to get one twin in Linear. */
final class NewIssues {
  private record Made(String key, String name) {}

  private final Stage stage;
  private final RandomGenerator random;
  private final Beginners beginners;
  private final List<Made> made = new ArrayList<>();
  private int names;

  NewIssues(Stage stage, RandomGenerator random) {
    this.stage = stage;
    this.random = random;
    this.beginners = stage.beginners();
  }

  /** Another row begins. */
  void forget() {
    made.clear();
  }

  void make(int count) {
    for (int i = 0; i < count; i++) {
      var name = "New issue %06d".formatted(++names);
      var budget = Budgets.NAMES.get(random.nextInt(Budgets.NAMES.size()));
      made.add(new Made(beginners.issue(name, budget), name));
    }
  }

  int count() {
    return made.size();
  }

  /** Whether each has its twin, which shows the same budget, and no other. */
  boolean allAgree() {
    return made.stream().allMatch(this::hasOneTwin);
  }

  private boolean hasOneTwin(Made issue) {
    var twins = twins(issue, true);
    return twins == 1
        && twins(issue, false) == 1
        && stage.people().agree(beginners.twins(issue.key(), issue.name(), true).getFirst());
  }

  private int twins(Made issue, boolean attached) {
    return beginners.twins(issue.key(), issue.name(), attached).size();
  }

  /** Those that have not one twin, a sentence each. */
  List<String> complaints() {
    return made.stream().filter(each -> !hasOneTwin(each)).map(this::complaint).toList();
  }

  private String complaint(Made issue) {
    return "%s has %d twins, of %d issues in Linear with its title, or they differ"
        .formatted(issue, twins(issue, true), twins(issue, false));
  }
}
