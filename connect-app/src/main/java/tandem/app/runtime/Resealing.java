package tandem.app.runtime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.ResealedSecrets;
import tandem.app.lifecycle.ResealedSecrets.Column;

/** Once an hour, on one node: brings stored secrets under the keyset's primary key. */
@Component
class Resealing {
  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
  private static final Duration EVERY = Duration.ofHours(1);

  /** Pending OAuth states are left out: they end within ten minutes. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("installation", "id", "shared_secret"),
          new Column("linear_connection", "installation_id", "access_token"),
          new Column("linear_connection", "installation_id", "refresh_token"));

  private final ResealedSecrets secrets;

  Resealing(ResealedSecrets secrets) {
    this.secrets = secrets;
  }

  RecurringTask<Void> task() {
    return Tasks.recurring("resealing", FixedDelay.of(EVERY))
        .execute((instance, context) -> reseal());
  }

  private void reseal() {
    int count = COLUMNS.stream().mapToInt(secrets::reseal).sum();
    if (count > 0) {
      LOG.info("Sealed {} stored secrets anew under the primary key", count);
    }
  }
}
