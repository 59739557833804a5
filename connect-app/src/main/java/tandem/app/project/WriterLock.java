package tandem.app.project;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Refusal;

/**
 * Lets one of Tandem's writers at an issue at a time, on all nodes, by the same advisory lock of
 * PostgreSQL as the panels take. Other apps and scripts are not held up by it.
 *
 * @see <a href=
 *     "https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     locks</a>
 */
@Component
public class WriterLock {
  /** A writer keeps a connection of the pool for as long as its calls take. */
  private static final int WRITERS = 3;

  private static final int PATIENCE_SECONDS = 10;

  private final TransactionTemplate transactions;
  private final JdbcClient database;
  private final Semaphore writers = new Semaphore(WRITERS, true);

  WriterLock(TransactionTemplate transactions, JdbcClient database) {
    this.transactions = transactions;
    this.database = database;
  }

  /** Does the work as the only writer; throws the answer 503 where others do not come to an end. */
  public <T> T within(Visit visit, String issueId, Supplier<T> work) {
    if (!entered()) {
      throw busy();
    }
    try {
      return Objects.requireNonNull(
          transactions.execute(status -> {
            lock("tandem.panel:issue:" + visit.tenant().value() + ":" + issueId);
            return work.get();
          }));
    } finally {
      writers.release();
    }
  }

  private boolean entered() {
    try {
      return writers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void lock(String name) {
    try {
      database.sql("set local lock_timeout = '" + PATIENCE_SECONDS + "s'").update();
      database
          .sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
          .param(name)
          .query((row, number) -> name)
          .single();
    } catch (PessimisticLockingFailureException timeout) {
      throw busy();
    }
  }

  private static ErrorResponseException busy() {
    return Refusal.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Too much is being saved",
        "Others are saving here and Jira is slow. Nothing was changed; try again in a moment.");
  }
}
