package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog.Entry;
import tandem.sync.store.DriftLog.Place;

/** What every {@link DriftLog} does. */
abstract class DriftLogContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final MappingId MAPPING = new MappingId(3);
  private static final Place LEFT = new Place(SITE, MAPPING, Side.LEFT);

  private DriftLog log;

  protected abstract DriftLog open();

  @BeforeEach
  void openEmpty() {
    log = open();
  }

  @Test
  void countsAddUpByCause() {
    log.add(LEFT, Map.of(DriftCause.OVERWRITTEN, 1, DriftCause.MISSED, 2), NOON);
    log.add(LEFT, Map.of(DriftCause.MISSED, 3, DriftCause.UNDER_WAY, 0), NOON.plusSeconds(9));
    assertThat(log.of(LEFT))
        .containsExactly(
            new Entry(DriftCause.MISSED, 5, NOON.plusSeconds(9)),
            new Entry(DriftCause.OVERWRITTEN, 1, NOON));
  }

  @Test
  void everySideOfEveryTenantsMappingCountsForItself() {
    log.add(LEFT, Map.of(DriftCause.MISSED, 2), NOON);
    assertThat(log.of(new Place(SITE, MAPPING, Side.RIGHT))).isEmpty();
    assertThat(log.of(new Place(SITE, new MappingId(4), Side.LEFT))).isEmpty();
    assertThat(log.of(new Place(new InstallationId(8), MAPPING, Side.LEFT))).isEmpty();
  }
}
