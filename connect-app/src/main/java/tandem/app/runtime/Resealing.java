package tandem.app.runtime;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.ResealedSecrets;
import tandem.app.lifecycle.ResealedSecrets.Column;

/** Soon after the start and once a day: brings stored secrets under the keyset's primary key. */
@Component
@EnableScheduling
class Resealing {
  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
  private static final long SOON = 5;
  private static final long DAILY = 24L * 60 * 60;

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

  @Scheduled(initialDelay = SOON, fixedDelay = DAILY, timeUnit = TimeUnit.SECONDS)
  void reseal() {
    int count = COLUMNS.stream().mapToInt(secrets::reseal).sum();
    if (count > 0) {
      LOG.info("Sealed {} stored secrets anew under the primary key", count);
    }
  }
}
