package tandem.app.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tandem.sync.store.BackfillCounts;
import tandem.sync.store.BackfillRun;
import tandem.sync.store.BackfillRun.State;
import tandem.sync.store.Creations;

/**
 * How a mapping's full pass stands, as the API shows it.
 *
 * @param state never, running, waiting, done, stopped or cancelled
 * @param said one sentence for the admin
 * @param noTwins issues for which a tracker refused to create a twin, the first {@link #MOST_NAMED}
 */
record BackfillAnswer(
    String state,
    @Nullable String said,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Progress progress,
    List<NoTwin> noTwins) {
  static final BackfillAnswer NEVER =
      new BackfillAnswer("never", null, null, null, null, List.of());

  static final int MOST_NAMED = 50;

  private static final double TOO_LITTLE_TO_TELL = 0.05;

  /**
   * @param issue its key
   * @param why the tracker's reason
   */
  record NoTwin(String issue, String why) {}

  /**
   * @param expected about how many issues both sides have; null where nobody could tell
   * @param endsAbout a guess from the speed so far; null where there is nothing to guess from
   */
  record Progress(
      String stage,
      long jiraIssues,
      long linearIssues,
      @Nullable Long expected,
      long links,
      long newLinks,
      long foreign,
      long taken,
      long calls,
      @Nullable Instant endsAbout) {}

  static BackfillAnswer of(BackfillRun run, Instant now, List<Creations.Refusal> refusals) {
    return new BackfillAnswer(
        state(run, now),
        run.status().state() == State.RUNNING ? run.status().said() : words(run),
        run.startedAt(),
        run.status().finishedAt().orElse(null),
        progress(run, now),
        refusals.stream().map(it -> new NoTwin(it.key(), it.why())).toList());
  }

  private static String state(BackfillRun run, Instant now) {
    boolean waits = run.status().state() == State.RUNNING && run.status().dueAt().isAfter(now);
    return waits ? "waiting" : run.status().state().name().toLowerCase(Locale.ROOT);
  }

  private static String words(BackfillRun run) {
    BackfillCounts counts = run.counts();
    String looked =
        String.format(
            Locale.ROOT,
            "Looked at %d Jira and %d Linear issues in %d calls; %d are linked, %d of them newly.",
            counts.left(),
            counts.right(),
            counts.calls(),
            counts.linked(),
            counts.created());
    return run.status().state() == State.DONE ? looked : run.status().said() + " " + looked;
  }

  private static Progress progress(BackfillRun run, Instant now) {
    BackfillCounts counts = run.counts();
    return new Progress(
        run.place().stage().name().toLowerCase(Locale.ROOT),
        counts.left(),
        counts.right(),
        run.expected().isPresent() ? run.expected().getAsLong() : null,
        counts.linked(),
        counts.created(),
        counts.foreign(),
        counts.taken(),
        counts.calls(),
        endsAbout(run, now));
  }

  private static @Nullable Instant endsAbout(BackfillRun run, Instant now) {
    if (run.status().state() != State.RUNNING || run.expected().isEmpty()) {
      return null;
    }
    double looked = (double) run.counts().left() + run.counts().right();
    double part = looked / Math.max(1, run.expected().getAsLong());
    if (part < TOO_LITTLE_TO_TELL || part > 1) {
      return null;
    }
    Duration sofar = Duration.between(run.startedAt(), now);
    return now.plusMillis((long) (sofar.toMillis() * (1 - part) / part));
  }
}
