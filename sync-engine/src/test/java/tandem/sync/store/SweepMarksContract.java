package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.SweepMarks.Mark;

/** What every {@link SweepMarks} does. */
abstract class SweepMarksContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final MappingId MAPPING = new MappingId(3);

  private SweepMarks marks;

  protected abstract SweepMarks open();

  @BeforeEach
  void openEmpty() {
    marks = open();
  }

  @Test
  void aSideThatWasNeverSweptHasNoMark() {
    marks.add(SITE, MAPPING, Side.LEFT, mark(0, 1, 0));
    assertThat(marks.find(SITE, MAPPING, Side.RIGHT)).isEmpty();
    assertThat(marks.find(new InstallationId(8), MAPPING, Side.LEFT)).as("a stranger").isEmpty();
    assertThat(marks.find(SITE, MAPPING, Side.LEFT)).contains(mark(0, 1, 0));
  }

  @Test
  void countsAddUpAndThePlaceMovesForward() {
    marks.add(SITE, MAPPING, Side.LEFT, mark(0, 1, 2));
    marks.add(SITE, MAPPING, Side.LEFT, mark(60, 3, 4));
    assertThat(marks.find(SITE, MAPPING, Side.LEFT)).contains(mark(60, 4, 6));
  }

  @Test
  void aPassThatBeganEarlierDoesNotMoveThePlaceBack() {
    marks.add(SITE, MAPPING, Side.LEFT, mark(60, 0, 0));
    marks.add(SITE, MAPPING, Side.LEFT, mark(30, 1, 0));
    assertThat(marks.find(SITE, MAPPING, Side.LEFT)).contains(mark(60, 1, 0));
  }

  private static Mark mark(int second, long missed, long underWay) {
    Instant at = NOON.plusSeconds(second);
    return new Mark(at, at, missed, underWay);
  }
}
