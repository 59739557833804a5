package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.store.BackfillRun.Place;
import tandem.sync.store.BackfillRun.Stage;
import tandem.sync.store.BackfillRun.State;
import tandem.sync.store.BackfillStore.Hold;
import tandem.sync.store.BackfillStore.Lease;

/** What every {@link BackfillStore} does. */
abstract class BackfillContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId STRANGER = new InstallationId(8);
  private static final MappingId MAPPING = new MappingId(3);
  private static final BackfillCounts SOME = new BackfillCounts(1, 2, 3, 4, 5, 6, 7);

  private BackfillStore runs;

  protected abstract BackfillStore open();

  @BeforeEach
  void openEmpty() {
    runs = open();
  }

  @Test
  void aMappingHasOneRunningPass() {
    assertThat(runs.begin(fresh())).isTrue();
    assertThat(runs.begin(fresh())).isFalse();
    assertThat(runs.find(SITE, MAPPING)).contains(fresh());
    assertThat(runs.find(STRANGER, MAPPING)).as("a stranger").isEmpty();
    assertThat(runs.find(SITE, new MappingId(4))).isEmpty();
  }

  @Test
  void everythingOfAPassIsKept() {
    runs.begin(fresh());
    Hold hold = claim(NOON).orElseThrow();
    BackfillRun changed =
        fresh()
            .expecting(90)
            .at(new Place(Stage.RIGHT, "c:1", 1), SOME)
            .waiting(LATER, "asked to wait", 4);
    assertThat(runs.keep(hold, changed, NOON)).isTrue();
    assertThat(runs.find(SITE, MAPPING)).contains(changed);
    assertThat(claim(NOON)).as("not before it is due").isEmpty();
    assertThat(claim(LATER)).map(Hold::run).contains(changed);
  }

  @Test
  void aClaimedPassIsNobodyElsesUntilItsLeaseRunsOut() {
    runs.begin(fresh());
    assertThat(runs.due(NOON)).containsExactly(MAPPING);
    Hold first = claim(NOON).orElseThrow();
    assertThat(runs.due(NOON)).isEmpty();
    assertThat(claim(NOON)).isEmpty();
    assertThat(runs.due(LATER)).containsExactly(MAPPING);
    Hold second = claim(LATER).orElseThrow();
    assertThat(runs.keep(first, fresh().expecting(1), LATER)).as("it lost its lease").isFalse();
    assertThat(runs.keep(second, fresh().expecting(2), LATER)).isTrue();
    assertThat(runs.find(SITE, MAPPING)).contains(fresh().expecting(2));
  }

  @Test
  void aCancelledPassKeepsNothingMore() {
    runs.begin(fresh());
    Hold hold = claim(NOON).orElseThrow();
    assertThat(runs.cancel(STRANGER, MAPPING, "by a stranger", NOON)).isFalse();
    assertThat(runs.cancel(SITE, MAPPING, "enough", LATER)).isTrue();
    assertThat(runs.keep(hold, fresh().expecting(1), LATER)).isFalse();
    BackfillRun cancelled = runs.find(SITE, MAPPING).orElseThrow();
    assertThat(cancelled.status().state()).isEqualTo(State.CANCELLED);
    assertThat(cancelled.status().said()).isEqualTo("enough");
    assertThat(cancelled.status().finishedAt()).contains(LATER);
    assertThat(runs.cancel(SITE, MAPPING, "again", LATER)).isFalse();
    assertThat(runs.due(LATER)).isEmpty();
  }

  @Test
  void whoWorkedOnAnEarlierPassKeepsNothingOfTheNext() {
    runs.begin(fresh());
    Hold hold = claim(NOON).orElseThrow();
    runs.cancel(SITE, MAPPING, "enough", NOON);
    assertThat(runs.begin(BackfillRun.begun(SITE, MAPPING, NOON, LATER))).isTrue();
    assertThat(runs.keep(hold, fresh().expecting(1), LATER)).isFalse();
    assertThat(runs.find(SITE, MAPPING)).contains(BackfillRun.begun(SITE, MAPPING, NOON, LATER));
    assertThat(claim(LATER)).as("and it is free").isPresent();
  }

  private Optional<Hold> claim(Instant now) {
    return runs.claim(MAPPING, new Lease("node", now.plusSeconds(60)), now);
  }

  private static BackfillRun fresh() {
    return BackfillRun.begun(SITE, MAPPING, Instant.EPOCH, NOON);
  }
}
