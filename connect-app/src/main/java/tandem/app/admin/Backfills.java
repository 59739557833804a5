package tandem.app.admin;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.app.connection.Mapping;
import tandem.sync.engine.Backfill;
import tandem.sync.engine.BackfillReport;
import tandem.sync.model.MappingId;

/**
 * Runs first full passes in the background, one a mapping at a time, and keeps what became of them
 * for people. A pass that a restart cut short is said to be interrupted and can be started again:
 * repeating one is harmless.
 */
@Component
class Backfills implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(Backfills.class);

  private final JdbcClient database;
  private final Backfill backfill;
  private final Executor background;
  private final InstantSource clock;

  Backfills(JdbcClient database, Backfill backfill, Executor background, InstantSource clock) {
    this.database = database;
    this.backfill = backfill;
    this.background = background;
    this.clock = clock;
  }

  /**
   * On one node; with several, a pass that another node runs is said to be interrupted too early.
   */
  @Override
  public void afterSingletonsInstantiated() {
    database
        .sql(
            """
            update backfill set state = 'STOPPED', finished_at = ?,
                said = 'A restart cut it short; start it again.'
             where state = 'RUNNING'
            """)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  enum State {
    RUNNING,
    DONE,
    STOPPED
  }

  /** {@code said} is one sentence for the admin. */
  record Run(State state, String said, Instant startedAt, Optional<Instant> finishedAt) {}

  Optional<Run> find(MappingId mapping) {
    return database
        .sql("select * from backfill where mapping_id = ?")
        .param(mapping.value())
        .query((row, number) ->
            new Run(
                State.valueOf(row.getString("state")),
                row.getString("said"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant)))
        .optional();
  }

  /** Starts a pass unless one is running; false where it was. */
  boolean start(Mapping mapping) {
    int started =
        database
            .sql(
                """
                insert into backfill values (?, 'RUNNING', 'It is running.', ?, null)
                on conflict (mapping_id) do update set state = 'RUNNING', said = excluded.said,
                    started_at = excluded.started_at, finished_at = null
                where backfill.state <> 'RUNNING'
                """)
            .params(mapping.id().value(), clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (started > 0) {
      background.execute(() -> run(mapping));
    }
    return started > 0;
  }

  private void run(Mapping mapping) {
    try {
      BackfillReport report = backfill.run(mapping.installation(), mapping.id(), Instant.EPOCH);
      finish(mapping, report.stopped().isEmpty() ? State.DONE : State.STOPPED, words(report));
    } catch (RuntimeException e) {
      LOG.error("The backfill of mapping {} failed", mapping.id().value(), e);
      finish(mapping, State.STOPPED, "It failed by a fault of ours; start it again.");
    }
  }

  private static String words(BackfillReport report) {
    String counts =
        String.format(
            Locale.ROOT,
            "Looked at %d Jira and %d Linear issues in %d calls; %d are linked, %d of them newly.",
            report.left(),
            report.right(),
            report.calls(),
            report.linked(),
            report.created());
    return report.stopped().map(why -> why + " " + counts).orElse(counts);
  }

  private void finish(Mapping mapping, State state, String said) {
    database
        .sql("update backfill set state = ?, said = ?, finished_at = ? where mapping_id = ?")
        .params(state.name(), said, clock.instant().atOffset(ZoneOffset.UTC), mapping.id().value())
        .update();
    LOG.info("Backfill of mapping {}: {}", mapping.id().value(), said);
  }
}
