package tandem.sandbox.trial;

import static tandem.sandbox.trial.Strike.APP;
import static tandem.sandbox.trial.Strike.DATABASE;
import static tandem.sandbox.trial.Strike.MAKER;
import static tandem.sandbox.trial.Strike.STATE;

import java.time.Duration;
import java.util.List;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.HookFault;

/** Every row of the table. */
final class FaultRows {
  /** Longer than the app waits for an answer. */
  private static final Duration TOO_LONG = Duration.ofSeconds(15);

  private static final int NEW_ISSUES = 8;

  private FaultRows() {}

  static List<FaultRow> all() {
    return List.of(
        FaultRow.of("none", "nothing", "3.0 calls a change"),
        FaultRow.of("jira-503", "20 % of Jira's calls answer 503", "8 to 12 of 50 lost, never heal")
            .inJira(0.2, new Fault.ErrorBefore(503)),
        FaultRow.of("linear-503", "20 % of Linear's calls answer 503", "–")
            .inLinear(0.2, new Fault.ErrorBefore(503)),
        FaultRow.of("after-503", "20 % are applied, then answer 503", "14 to 24 of 100 doubled")
            .inBoth(0.2, new Fault.ErrorAfter(503)),
        FaultRow.of("429", "10 % answer 429", "13 of 100 not created")
            .inJira(0.1, new Fault.RateLimited("jira-burst-based"))
            .inLinear(0.1, new Fault.RateLimited("requests")),
        FaultRow.of("stall", "5 % take effect after 15 s", "–")
            .inBoth(0.05, new Fault.Stall(TOO_LONG)),
        FaultRow.of("reset", "10 % reset before, 10 % after the effect", "–")
            .inBoth(0.1, new Fault.ResetBefore())
            .inBoth(0.1, new Fault.ResetAfter()),
        events(FaultRow.of("events", "20 % of events each lost, doubled, late, reordered", "–")),
        FaultRow.of("kill-app", "kill -9 of the app, 4 times", "–").killing(APP, APP, APP, APP),
        FaultRow.of("kill-database", "kill -9 of PostgreSQL, 2 times", "–")
            .killing(DATABASE, DATABASE),
        FaultRow.of(
                "lost",
                "database and keys lost when all agreed, installed anew",
                "100 of 100 doubled")
            .killing(STATE),
        everything(),
        making("twins-after-503", "20 % are applied, then answer 503")
            .inBoth(0.2, new Fault.ErrorAfter(503)),
        making("twins-reset", "20 % reset after the effect").inBoth(0.2, new Fault.ResetAfter()),
        making("twins-kill", "kill -9 of the app when a twin was made, 2 times")
            .killing(MAKER, MAKER),
        making("twins-lost", "half of the events lost").inEvents(0.5, new HookFault.Lost()));
  }

  private static FaultRow making(String id, String what) {
    return FaultRow.of(id, NEW_ISSUES + " new issues; " + what, "–").making(NEW_ISSUES);
  }

  private static FaultRow events(FaultRow row) {
    return row.inEvents(0.2, new HookFault.Lost())
        .inEvents(0.2, new HookFault.Doubled())
        .inEvents(0.2, new HookFault.Late(Duration.ofSeconds(3)))
        .inEvents(0.2, new HookFault.Reordered());
  }

  private static FaultRow everything() {
    return events(FaultRow.of("all", "all of these at once", "–"))
        .inBoth(0.05, new Fault.ErrorBefore(503))
        .inBoth(0.05, new Fault.ErrorAfter(503))
        .inJira(0.03, new Fault.RateLimited("jira-burst-based"))
        .inLinear(0.03, new Fault.RateLimited("requests"))
        .inBoth(0.02, new Fault.ResetBefore())
        .inBoth(0.02, new Fault.ResetAfter())
        .inBoth(0.01, new Fault.Stall(TOO_LONG))
        .killing(APP, DATABASE, APP, DATABASE, APP);
  }
}
