package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.Creations.Refusal;
import tandem.sync.store.Creations.Wanted;

/** What every {@link Creations} does. */
abstract class CreationsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Wanted TWIN = wanted(7, Side.RIGHT, "l1");

  private Creations creations;

  protected abstract Creations open();

  @BeforeEach
  void openEmpty() {
    creations = open();
  }

  @Test
  void theFirstAskingIsRememberedUntilItIsDone() {
    assertThat(creations.asked(TWIN, NOON)).isEmpty();
    assertThat(creations.asked(TWIN, NOON.plusSeconds(9))).contains(NOON);
    assertThat(creations.asked(TWIN, NOON.plusSeconds(10))).contains(NOON);
    creations.done(TWIN);
    assertThat(creations.asked(TWIN, NOON.plusSeconds(11))).isEmpty();
  }

  @Test
  void everySideOfEveryTenantIsAskedForItself() {
    creations.asked(TWIN, NOON);
    assertThat(creations.asked(wanted(7, Side.LEFT, "l1"), NOON)).isEmpty();
    assertThat(creations.asked(wanted(7, Side.RIGHT, "l2"), NOON)).isEmpty();
    assertThat(creations.asked(wanted(8, Side.RIGHT, "l1"), NOON)).isEmpty();
  }

  @Test
  void aRefusalIsKeptWithItsReasonUntilTheTwinIsThere() {
    creations.asked(TWIN, NOON);
    creations.asked(wanted(7, Side.RIGHT, "l0"), NOON.plusSeconds(1));
    creations.refused(TWIN, new Refusal(Side.RIGHT, "SHOP-1", "no title"));
    creations.refused(wanted(7, Side.RIGHT, "l0"), new Refusal(Side.RIGHT, "SHOP-0", "no team"));
    assertThat(refusals(7, 9))
        .containsExactly(
            new Refusal(Side.RIGHT, "SHOP-1", "no title"),
            new Refusal(Side.RIGHT, "SHOP-0", "no team"));
    assertThat(refusals(7, 1)).hasSize(1);
    assertThat(refusals(8, 9)).isEmpty();
    creations.done(TWIN);
    assertThat(refusals(7, 9)).extracting(Refusal::key).containsExactly("SHOP-0");
  }

  private List<Refusal> refusals(long site, int atMost) {
    return creations.refusals(new InstallationId(site), new MappingId(3), atMost);
  }

  private static Wanted wanted(long site, Side on, String of) {
    return new Wanted(new InstallationId(site), new MappingId(3), on, new IssueId(of));
  }
}
