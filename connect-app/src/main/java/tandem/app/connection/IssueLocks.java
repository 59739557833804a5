package tandem.app.connection;

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
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * Lets one of Tandem's writers at an issue at a time, on all nodes: a transaction-level advisory
 * lock of PostgreSQL, which goes with the connection if the node dies. Jira itself has no
 * compare-and-set for properties, so other apps and scripts are not held up.
 *
 * <p>A writer keeps a connection of the pool for as long as its calls to Jira take, so that there
 * are few writers on a node at a time, and the others wait outside.
 *
 * @see <a href=
 *     "https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 *     locks</a>
 */
@Component
public class IssueLocks {
  private static final int WRITERS = 6;
  private static final int PATIENCE_SECONDS = 10;

  private final TransactionTemplate transactions;
  private final JdbcClient database;
  private final Semaphore writers = new Semaphore(WRITERS, true);

  IssueLocks(TransactionTemplate transactions, JdbcClient database) {
    this.transactions = transactions;
    this.database = database;
  }

  /** Does the work as the only writer; throws the answer where others do not come to an end. */
  public <T> T within(InstallationId installation, IssueId issue, Supplier<T> work) {
    return within("issue:" + installation.value() + ":" + issue.value(), work);
  }

  /** The same for a project's settings. */
  public <T> T within(InstallationId installation, String projectId, Supplier<T> work) {
    return within("project:" + installation.value() + ":" + projectId, work);
  }

  private <T> T within(String name, Supplier<T> work) {
    if (!enter()) {
      throw busy();
    }
    try {
      return Objects.requireNonNull(
          transactions.execute(status -> {
            lock(name);
            return work.get();
          }));
    } finally {
      writers.release();
    }
  }

  private boolean enter() {
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
          .param("tandem.panel:" + name)
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
