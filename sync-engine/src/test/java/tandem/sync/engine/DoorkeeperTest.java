package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.queue.Errand;
import tandem.sync.queue.MemoryGates;
import tandem.sync.queue.Stop;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure.RateLimited;
import tandem.sync.replica.RemoteFailure.RateScope;
import tandem.sync.replica.RemoteFailure.TrackerDown;
import tandem.sync.replica.Replica;

/** What the doorkeeper lets through after a tracker asked for patience. */
class DoorkeeperTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(1);
  private static final InstallationId OTHER_SITE = new InstallationId(2);
  private static final IssueId ISSUE = new IssueId("1");
  private static final Change NOTHING = new Change.Retag(new TreeSet<>(), new TreeSet<>());

  private final MemoryGates gates = new MemoryGates();
  private final List<Errand> calls = new ArrayList<>();
  private Instant now = NOON;
  private Optional<RateScope> limit = Optional.empty();
  private Optional<Stop> spent = Optional.empty();

  private final Doorkeeper doorkeeper =
      new Doorkeeper(gates, (tenant, side, errand) -> spent, () -> now);
  private final Replica jira = doorkeeper.guard(tracker(), SITE, Side.LEFT);
  private final Replica linear = doorkeeper.guard(tracker(), SITE, Side.RIGHT);
  private final Replica othersJira = doorkeeper.guard(tracker(), OTHER_SITE, Side.LEFT);

  private Replica tracker() {
    return new Replica() {
      @Override
      public Outcome<Observation> read(IssueId issue) {
        return called(Errand.READ);
      }

      @Override
      public Outcome<Observation> apply(IssueId issue, Change change) {
        return called(Errand.WRITE);
      }

      @Override
      public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
        return called(Errand.LIST);
      }
    };
  }

  private <T> Outcome<T> called(Errand errand) {
    calls.add(errand);
    return new Outcome.Failed<>(
        limit.isPresent()
            ? new RateLimited(limit.get(), NOON.plusSeconds(60), "asked to wait")
            : new TrackerDown("an answer"));
  }

  private void readIsLimited(RateScope scope) {
    limit = Optional.of(scope);
    Outcome<Observation> unused = jira.read(ISSUE);
    limit = Optional.empty();
    calls.clear();
  }

  @Test
  @Tag("F04")
  void aLimitOnAnIssueStopsNoOtherCall() {
    readIsLimited(RateScope.ISSUE);
    jira.read(ISSUE);
    assertThat(calls).containsExactly(Errand.READ);
  }

  @Test
  @Tag("F04")
  void aLimitOnAnEndpointStopsThatKindOfCallOnly() {
    readIsLimited(RateScope.ENDPOINT);
    Outcome<Observation> refused = jira.read(ISSUE);
    assertThat(refused)
        .isEqualTo(
            new Outcome.Failed<>(
                new RateLimited(RateScope.ISSUE, NOON.plusSeconds(60), "asked to wait")));
    jira.apply(ISSUE, NOTHING);
    jira.changedSince(NOON, Cursor.START);
    linear.read(ISSUE);
    othersJira.read(ISSUE);
    assertThat(calls).containsExactly(Errand.WRITE, Errand.LIST, Errand.READ, Errand.READ);
  }

  @Test
  @Tag("F05")
  void aLimitOnATenantStopsItsSideAndNotTheOtherTracker() {
    readIsLimited(RateScope.TENANT);
    jira.apply(ISSUE, NOTHING);
    jira.changedSince(NOON, Cursor.START);
    assertThat(calls).isEmpty();
    linear.apply(ISSUE, NOTHING);
    othersJira.read(ISSUE);
    assertThat(calls).containsExactly(Errand.WRITE, Errand.READ);
  }

  @Test
  @Tag("F06")
  void aLimitOnEverythingStopsThatTrackerForEveryTenant() {
    readIsLimited(RateScope.EVERYTHING);
    othersJira.apply(ISSUE, NOTHING);
    assertThat(calls).isEmpty();
    linear.read(ISSUE);
    assertThat(calls).containsExactly(Errand.READ);
  }

  @ParameterizedTest
  @EnumSource(names = "ISSUE", mode = EnumSource.Mode.EXCLUDE)
  void aClosedGateOpensAtTheTimeThatTheTrackerNamed(RateScope scope) {
    readIsLimited(scope);
    now = NOON.plusSeconds(59);
    jira.read(ISSUE);
    assertThat(calls).isEmpty();
    now = NOON.plusSeconds(60);
    jira.read(ISSUE);
    assertThat(calls).containsExactly(Errand.READ);
  }

  @Test
  void aSpentAllowanceStopsTheSideUntilThereIsMore() {
    spent = Optional.of(new Stop(NOON.plusSeconds(30), "the rest is for people"));
    jira.read(ISSUE);
    spent = Optional.empty();
    jira.apply(ISSUE, NOTHING);
    assertThat(calls).isEmpty();
    now = NOON.plusSeconds(30);
    jira.read(ISSUE);
    assertThat(calls).containsExactly(Errand.READ);
  }

  @Test
  void noWayIntoATrackerGoesPastTheDoor() {
    List<String> guarded =
        Arrays.stream(GuardedReplica.class.getDeclaredMethods()).map(this::signature).toList();
    Set<String> all = new TreeSet<>();
    Arrays.stream(Replica.class.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .forEach(method -> all.add(signature(method)));
    assertThat(guarded).containsAll(all);
  }

  private String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }
}
