package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.StoreContract.Opened;

/** What every {@link Overwrites} does. */
abstract class OverwritesContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final DecisionId ID = new DecisionId("d-1");

  private LinkStore links;
  private Overwrites overwrites;
  private LinkId link;

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    links = open().links();
    overwrites = links.overwrites();
    link = linked("1");
  }

  private LinkId linked(String number) {
    Ends ends = new Ends(new IssueId("l" + number), "L", new IssueId("r" + number), "R");
    var enrolment = links.link(new InstallationId(7), new MappingId(3), ends, NOON);
    return ((Enrolment.Created) enrolment).link();
  }

  private static OverwrittenEdit edit(long intent, String lost) {
    return new OverwrittenEdit(0, intent, ID, Side.RIGHT, "before", "after", lost, NOON, true);
  }

  @Test
  void anEditIsOpenUntilItIsHeeded() {
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).isTrue();
    assertThat(overwrites.keep(link, edit(6, "lost, too"), NOON)).isTrue();
    assertThat(overwrites.open(link))
        .extracting(OverwrittenEdit::lost)
        .containsExactly("lost", "lost, too");
    OverwrittenEdit first = overwrites.open(link).getFirst();
    assertThat(first)
        .isEqualTo(
            new OverwrittenEdit(
                first.id(), 5, ID, Side.RIGHT, "before", "after", "lost", NOON, true));
    assertThat(overwrites.restored(5)).isEmpty();
    overwrites.heeded(first.id(), "restored", NOON.plusSeconds(1));
    assertThat(overwrites.restored(5)).contains(new Overwrites.Restored("lost", "restored"));
    assertThat(overwrites.open(link)).extracting(OverwrittenEdit::intent).containsExactly(6L);
  }

  @Test
  void theSameEditIsKeptOnceHoweverOftenItsEventComes() {
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).isTrue();
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).isFalse();
    overwrites.heeded(overwrites.open(link).getFirst().id(), "restored", NOON);
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).isFalse();
    assertThat(overwrites.open(link)).isEmpty();
  }

  @Test
  void whatTurnsOutToHaveBeenReplacedBeforeTheWriteIsOpenNoMore() {
    overwrites.keep(link, edit(5, "lost"), NOON);
    overwrites.keep(link, edit(6, "lost"), NOON);
    overwrites.overtaken(5, NOON, NOON);
    assertThat(overwrites.open(link)).hasSize(2);
    overwrites.keep(
        link,
        new OverwrittenEdit(0, 6, ID, Side.RIGHT, "before", "after", "doubt", NOON, false),
        NOON);
    overwrites.overtaken(6, NOON.plusMillis(1), NOON);
    assertThat(overwrites.open(link)).extracting(OverwrittenEdit::lost).contains("doubt");
    overwrites.overtaken(5, NOON.plusMillis(1), NOON);
    assertThat(overwrites.open(link)).extracting(OverwrittenEdit::intent).containsExactly(6L);
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).as("known").isFalse();
  }

  @Test
  void theNewestOfTheEditsThatOneWriteReplacedIsOpen() {
    assertThat(overwrites.keep(link, edit(5, "lost"), NOON)).isTrue();
    OverwrittenEdit newer =
        new OverwrittenEdit(
            0, 5, ID, Side.RIGHT, "before", "after", "newer", NOON.plusSeconds(1), true);
    assertThat(overwrites.keep(link, newer, NOON)).isTrue();
    assertThat(overwrites.open(link)).extracting(OverwrittenEdit::lost).containsExactly("newer");
  }

  @Test
  void whatWasHeardIsToldInTheOrderOfItsTimesAndOnce() {
    Heard first = heard("first", 1);
    Heard second = heard("second", 2);
    overwrites.hear(link, second);
    overwrites.hear(link, first);
    overwrites.hear(link, second);
    assertThat(overwrites.heard(link, ID, Side.LEFT)).containsExactly(first, second);
    assertThat(overwrites.heard(link, ID, Side.RIGHT)).isEmpty();
    assertThat(overwrites.heard(linked("2"), ID, Side.LEFT)).isEmpty();
  }

  @Test
  void onlyTheNewestIsRemembered() {
    for (int second = 0; second < Overwrites.MEMORY + 3; second++) {
      overwrites.hear(link, heard("v" + second, second));
    }
    overwrites.hear(link, heard("late", 1));
    assertThat(overwrites.heard(link, ID, Side.LEFT))
        .hasSize(Overwrites.MEMORY)
        .startsWith(heard("v3", 3));
  }

  private static Heard heard(String value, int second) {
    return new Heard(ID, Side.LEFT, value, NOON.plusSeconds(second), second % 2 == 0, 7);
  }

  @Test
  void whatComesAgainKeepsTheNumberWithWhichItCameFirst() {
    overwrites.hear(link, new Heard(ID, Side.LEFT, "v", NOON, false, 7));
    overwrites.hear(link, new Heard(ID, Side.LEFT, "v", NOON, false, 9));
    assertThat(overwrites.heard(link, ID, Side.LEFT)).extracting(Heard::news).containsExactly(7L);
  }

  @Test
  void eachLinkHasItsOwn() {
    assertThat(overwrites.keep(linked("2"), edit(5, "lost"), NOON)).isTrue();
    assertThat(overwrites.open(link)).isEmpty();
  }
}
