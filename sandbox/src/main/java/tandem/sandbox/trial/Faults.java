package tandem.sandbox.trial;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import tandem.sandbox.scenario.ScenarioFailed;
import tandem.sandbox.stage.MarkdownTable;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.StageOptions;

/**
 * {@code ./tandem scenario faults}: plays each row on the real app and writes a table. Ends with 0
 * when every edit of every row is accounted for, with 1 otherwise.
 */
public final class Faults {
  private final FaultOptions options;

  private Faults(FaultOptions options) {
    this.options = options;
  }

  public static void main(String[] words) throws InterruptedException {
    try {
      System.exit(new Faults(FaultOptions.parse(List.of(words))).run() ? 0 : 1);
    } catch (IllegalArgumentException | ScenarioFailed e) {
      System.err.println("faults: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean run() throws InterruptedException {
    var clock = InstantSource.system();
    var set =
        new StageOptions(
            options.jar(),
            options.home(),
            options.links(),
            options.nodes(),
            options.seed(),
            1,
            StageOptions.Allowance.TEN_HOURS_IN_ONE);
    try (var stage = Stage.open(set, clock, Faults::say)) {
      stage.house().supervisor().begin();
      return play(stage).stream().allMatch(Verdict::isClean);
    }
  }

  private List<Verdict> play(Stage stage) throws InterruptedException {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
    var run = new FaultRun(stage, random, options.rate(), Faults::say);
    var verdicts = new ArrayList<Verdict>();
    for (var row : FaultRows.all()) {
      if (options.asksFor(row)) {
        verdicts.add(run.play(row, options.editsOf(row)));
        tell(verdicts.getLast());
      }
    }
    System.out.println(table(verdicts));
    return verdicts;
  }

  private static void tell(Verdict verdict) {
    say(
        "  %s; healed after %s"
            .formatted(verdict.isClean() ? "clean" : "NOT CLEAN", verdict.healing()));
    verdict.lost().complaints().forEach(each -> say("  " + each));
    verdict.disputes().unexplained().forEach(each -> say("  an unexplained conflict of " + each));
  }

  private static MarkdownTable table(List<Verdict> verdicts) {
    var table =
        new MarkdownTable(
            "what went wrong",
            "budgets chosen",
            "decisions rewritten",
            "and new",
            "issues new",
            "calls",
            "lost",
            "untold",
            "doubled",
            "missing",
            "conflicts",
            "in doubt",
            "unexplained",
            "set aside",
            "restarts",
            "all agree after",
            "the peer");
    for (var each : verdicts) {
      table.row(
          each.row().name(),
          each.edits().budgets(),
          each.edits().rewritten(),
          each.edits().begun(),
          each.edits().issues(),
          each.calls(),
          each.lost().complaints().size(),
          each.lost().untold(),
          each.things().doubled(),
          each.things().missing(),
          each.disputes().all(),
          each.disputes().inDoubt(),
          each.disputes().unexplained().size(),
          each.setAside(),
          each.restarts(),
          each.healing(),
          each.row().peer());
    }
    return table;
  }

  private static void say(String words) {
    System.out.println("faults: " + words);
  }
}
