package tandem.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.app.project.Sprint;

class CalendarTest {
  private static final Instant START = Instant.parse("2026-09-07T08:00:00Z");

  @Test
  void weeksBeginOnMondayInUtcAndAreNamedAsIsoDoes() {
    Calendar weeks = Weeks.upTo(Instant.parse("2027-01-03T23:59:59Z"), Instant.EPOCH);
    assertThat(weeks.periods()).hasSize(26);
    Period last = weeks.periods().getLast();
    assertThat(last.name()).isEqualTo("2026-W53");
    assertThat(last.from()).isEqualTo("2026-12-28T00:00:00Z");
    assertThat(last.to()).isEqualTo("2027-01-04T00:00:00Z");
    assertThat(last.current()).isTrue();
    assertThat(weeks.periods()).filteredOn(Period::current).hasSize(1);
  }

  @Test
  void thereIsAtLeastThePresentWeek() {
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(Weeks.upTo(now, now.plus(Duration.ofDays(30))).periods())
        .extracting(Period::name)
        .containsExactly("2026-W47");
  }

  @Test
  void workCountsInItsOwnSprintAndElseInTheOneThatBeganLast() {
    Calendar sprints =
        Sprints.of(List.of(sprint(1, "A 1", 0), sprint(2, "B 1", 1), sprint(3, "A 2", 14)));

    assertThat(sprints.of(closed(2, Set.of(1L)))).isEqualTo(OptionalInt.of(0));
    assertThat(sprints.of(closed(2, Set.of()))).isEqualTo(OptionalInt.of(1));
    assertThat(sprints.of(closed(2, Set.of(3L)))).as("not begun yet").isEqualTo(OptionalInt.of(1));
    assertThat(sprints.of(closed(20, Set.of(1L, 3L)))).isEqualTo(OptionalInt.of(2));
    assertThat(sprints.of(closed(90, Set.of()))).as("after the last").isEqualTo(OptionalInt.of(2));
    assertThat(sprints.of(closed(-1, Set.of()))).as("before the first").isEmpty();
  }

  @Test
  void sprintsOfOneNameAreToldApart() {
    assertThat(Sprints.of(List.of(sprint(1, "Sprint", 0), sprint(2, "Sprint", 14))).periods())
        .extracting(Period::name)
        .containsExactly("Sprint (1)", "Sprint (2)");
  }

  @Test
  void noMoreThanTheNewestTwentySixAreReportedOn() {
    List<Sprint> many =
        IntStream.range(0, 40).mapToObj(i -> sprint(i, "Sprint " + i, i * 14)).toList();
    assertThat(Sprints.of(many).periods())
        .hasSize(26)
        .last()
        .extracting(Period::name)
        .isEqualTo("Sprint 39");
  }

  private static Sprint sprint(long id, String name, int day) {
    Instant start = START.plus(Duration.ofDays(day));
    return new Sprint(id, name, start, start.plus(Duration.ofDays(14)), false);
  }

  private static Work closed(int day, Set<Long> sprints) {
    return new Work(
        Optional.empty(),
        1,
        Instant.EPOCH,
        Optional.of(START.plus(Duration.ofDays(day)).plusSeconds(1)),
        sprints);
  }
}
