package tandem.sandbox.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tandem.sandbox.scenario.ScenarioFailed;
import tandem.sandbox.stage.MarkdownTable;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.StageOptions;

/**
 * {@code ./tandem bench}: measures the real app with the trackers of this process, which answer at
 * once and limit nothing, and writes a table.
 */
public final class Bench {
  private final BenchOptions options;

  private Bench(BenchOptions options) {
    this.options = options;
  }

  public static void main(String[] words) throws InterruptedException {
    try {
      System.out.println(new Bench(BenchOptions.parse(List.of(words))).run());
    } catch (IllegalArgumentException | ScenarioFailed e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private MarkdownTable run() throws InterruptedException {
    var measured = new ArrayList<Measured>();
    for (int links : options.sizes()) {
      measured.add(withLinks(links));
      System.out.println(table(measured));
    }
    return table(measured);
  }

  private Measured withLinks(int links) throws InterruptedException {
    var set =
        new StageOptions(
            options.jar(),
            options.home().resolve(String.valueOf(links)),
            links,
            1,
            1,
            0,
            StageOptions.Allowance.BOUNDLESS);
    try (var stage = Stage.open(set, InstantSource.system(), Bench::say)) {
      return new SizeRun(stage, options, System::nanoTime, Bench::say).measure();
    }
  }

  private static MarkdownTable table(List<Measured> all) {
    var table = new MarkdownTable(head(all));
    row(
        table,
        "first backfill: time",
        all,
        m -> m.passes().first().time().toMillis() / 1000.0 + " s");
    row(table, "first backfill: calls a pair", all, m -> number(m.passes().first().calls()));
    row(
        table,
        "first backfill: most memory of the app",
        all,
        m -> m.passes().first().peakMiB() + " MiB");
    row(table, "unchanged pair in a backfill: calls", all, m -> number(m.passes().again().calls()));
    row(table, "one mirrored change: calls", all, m -> number(m.change().calls()));
    row(table, "one mirrored change: Jira points", all, m -> number(m.change().jiraPoints()));
    row(table, "one mirrored decision: calls", all, m -> number(m.decision().calls()));
    row(table, "one mirrored decision: Jira points", all, m -> number(m.decision().jiraPoints()));
    row(
        table,
        "50 changes a second: made, arrived",
        all,
        m -> m.pace().made() + ", " + m.pace().arrived());
    row(table, "edit to write, median", all, m -> Spread.millis(m.pace().median()));
    row(table, "edit to write, 99 %", all, m -> Spread.millis(m.pace().most()));
    row(table, "processor time of the app a change", all, m -> Spread.millis(m.pace().app()));
    row(table, "of the database", all, m -> Spread.millis(m.pace().database()));
    row(
        table,
        "2,000 webhooks a second offered: answered",
        all,
        m -> number(m.intake().perSecond()) + "/s");
    row(table, "acknowledged, median", all, m -> Spread.millis(m.intake().answered().at(50)));
    row(table, "acknowledged, 99 %", all, m -> Spread.millis(m.intake().answered().at(99)));
    row(table, "refused", all, m -> String.valueOf(m.intake().refused()));
    return table;
  }

  private static String[] head(List<Measured> all) {
    var head = new ArrayList<String>();
    head.add("links");
    all.forEach(each -> head.add("%,d".formatted(each.links())));
    return head.toArray(String[]::new);
  }

  private static void row(
      MarkdownTable table, String name, List<Measured> all, Function<Measured, String> value) {
    var cells = new ArrayList<Object>();
    cells.add(name);
    all.forEach(each -> cells.add(value.apply(each)));
    table.row(cells.toArray());
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "not mirrored";
    }
    return value < 100 ? "%.2f".formatted(value) : "%.0f".formatted(value);
  }

  private static void say(String words) {
    System.out.println("bench: " + words);
  }
}
