package tandem.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.app.budget.Verdict.State;

/** The arithmetic of the budget; the first test is the worked example of docs/project-page.md. */
class LedgerTest {
  private static final List<Target> TARGETS = Target.USUAL;
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant OPENED = Instant.parse("2026-11-02T09:00:00Z");

  @Test
  void theWorkedExampleComesOutAsThePageSays() {
    List<Work> work = new ArrayList<>();
    add(work, 4, "features", "2026-11-10T09:00:00Z");
    add(work, 1, "system-health", "2026-11-11T09:00:00Z");
    add(work, 3, "features", "2026-11-17T09:00:00Z");
    add(work, 2, null, "2026-11-18T09:00:00Z");
    add(work, 2, "system-health", null);
    Ledger ledger = new Ledger(TARGETS, work, Weeks.upTo(NOW, OPENED));

    assertThat(ledger.calendar().periods())
        .extracting(Period::name)
        .containsExactly("2026-W45", "2026-W46", "2026-W47");
    assertThat(ledger.byPeriod().get(1).parts())
        .containsExactly(new Spent.Part("features", 4, 4), new Spent.Part("system-health", 1, 1));
    assertThat(ledger.byPeriod().get(2).untagged()).isEqualTo(new Amount(2, 2));

    List<Verdict> verdict = Verdict.of(TARGETS, ledger.total(), Measure.COUNT);
    assertThat(verdict).extracting(Verdict::share).containsExactly(87.5, 12.5);
    assertThat(verdict).extracting(Verdict::borrowed).containsExactly(-0.6, 0.6);
    assertThat(verdict).extracting(Verdict::state).containsExactly(State.ON, State.ON);

    assertThat(ledger.debt())
        .containsExactly(
            new Debt("2026-W45", 3, 0, 3),
            new Debt("2026-W46", 0, 1, 2),
            new Debt("2026-W47", 0, 0, 2));
  }

  @Test
  void twiceAsMuchWorkMakesTheSameSharesADebt() {
    List<Work> work = new ArrayList<>();
    add(work, 14, "features", "2026-11-17T09:00:00Z");
    add(work, 2, "system-health", "2026-11-17T09:00:00Z");
    List<Verdict> verdict =
        Verdict.of(TARGETS, new Ledger(TARGETS, work, weeks()).total(), Measure.COUNT);

    assertThat(verdict).extracting(Verdict::state).containsExactly(State.OVER, State.UNDER);
    assertThat(verdict)
        .extracting(Verdict::words)
        .containsExactly(
            "Features had 87.5% of what was closed, 80% are planned: it borrowed 1.2 issues.",
            "System health had 12.5% of what was closed, 20% are planned: it is owed 1.2"
                + " issues.");
  }

  @Test
  void withoutClosedWorkNobodyOwesAnything() {
    List<Verdict> verdict =
        Verdict.of(TARGETS, new Ledger(TARGETS, List.of(), weeks()).total(), Measure.COUNT);
    assertThat(verdict).extracting(Verdict::state).containsOnly(State.ON);
    assertThat(verdict).extracting(Verdict::borrowed).containsOnly(0.0);
    assertThat(verdict)
        .extracting(Verdict::words)
        .containsOnly("Nothing was closed on a budget in this time.");
  }

  @Test
  void sharesAddUpAndWhatOneIsOwedTheOthersBorrowedForAllSmallBudgets() {
    for (int features = 0; features < 15; features++) {
      for (int health = 0; health < 15; health++) {
        for (int target = 0; target <= 100; target += 5) {
          check(features, health, target);
        }
      }
    }
  }

  private static void check(int features, int health, int target) {
    List<Target> targets =
        List.of(new Target("features", "f", target), new Target("health", "h", 100 - target));
    Spent spent =
        new Spent(
            List.of(
                new Spent.Part("features", features, features),
                new Spent.Part("health", health, health)),
            Amount.NONE);
    List<Verdict> verdict = Verdict.of(targets, spent, Measure.COUNT);
    double shares = verdict.stream().mapToDouble(Verdict::share).sum();
    double owed = verdict.stream().mapToDouble(Verdict::borrowed).sum();
    assertThat(shares).isCloseTo(features + health == 0 ? 0 : 100, within(1e-9));
    assertThat(owed).isCloseTo(0, within(0.011));
    for (Verdict one : verdict) {
      assertThat(one.state() == State.UNDER).isEqualTo(one.borrowed() >= 1 && isFar(one));
      assertThat(one.state() == State.OVER).isEqualTo(one.borrowed() <= -1 && isFar(one));
    }
  }

  private static boolean isFar(Verdict one) {
    return Math.abs(one.share() - one.target()) > 2;
  }

  @Test
  void whatIsLeftIsWhatWasLeftAndOpenedLessPaidForAllLivesOfThreeIssues() {
    List<Instant> moments =
        IntStream.range(0, 5)
            .mapToObj(i -> Instant.parse("2026-10-26T00:00:00Z").plusSeconds(i * 604_800L))
            .toList();
    Calendar calendar = Weeks.upTo(NOW, Instant.parse("2026-11-02T00:00:00Z"));
    for (Work one : lives(moments)) {
      for (Work other : lives(moments)) {
        for (Work third : lives(moments)) {
          check(Debt.of(TARGETS, List.of(one, other, third), calendar));
        }
      }
    }
  }

  private static List<Work> lives(List<Instant> moments) {
    List<Work> lives = new ArrayList<>();
    for (int opened = 0; opened < moments.size(); opened++) {
      lives.add(debt(moments.get(opened), Optional.empty()));
      for (int closed = opened; closed < moments.size(); closed++) {
        lives.add(debt(moments.get(opened), Optional.of(moments.get(closed))));
      }
    }
    return lives;
  }

  private static Work debt(Instant opened, Optional<Instant> closed) {
    return new Work(Optional.of("system-health"), 1.5, opened, closed, Set.of());
  }

  private static void check(List<Debt> debt) {
    for (int i = 1; i < debt.size(); i++) {
      assertThat(debt.get(i).left())
          .isEqualTo(debt.get(i - 1).left() + debt.get(i).opened() - debt.get(i).paid());
    }
  }

  @Test
  void everyPieceOfClosedWorkIsInOnePeriodOnly() {
    List<Work> work = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      add(work, 1, day % 3 == 0 ? null : "features", "2026-11-%02dT23:59:59Z".formatted(day));
    }
    Ledger ledger = new Ledger(TARGETS, work, weeks());
    int issues =
        ledger.byPeriod().stream()
            .mapToInt(it ->
                it.untagged().issues() + it.parts().stream().mapToInt(Spent.Part::issues).sum())
            .sum();
    assertThat(issues).isEqualTo(ledger.closed().size()).isEqualTo(20);
  }

  @Test
  void sumsOfEstimatesShowNoTracesOfBinaryFractions() {
    List<Work> work =
        IntStream.range(0, 3)
            .mapToObj(
                i -> new Work(Optional.of("features"), 0.1, OPENED, Optional.of(NOW), Set.of()))
            .toList();
    assertThat(new Ledger(TARGETS, work, weeks()).total().amountOf("features")).isEqualTo(0.3);
  }

  private static Calendar weeks() {
    return Weeks.upTo(NOW, Instant.EPOCH);
  }

  private static void add(List<Work> work, int count, String budget, String closed) {
    for (int i = 0; i < count; i++) {
      work.add(
          new Work(
              Optional.ofNullable(budget),
              1,
              OPENED,
              Optional.ofNullable(closed).map(Instant::parse),
              Set.of()));
    }
  }
}
