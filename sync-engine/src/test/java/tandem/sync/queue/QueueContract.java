package tandem.sync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.store.Enrolment;
import tandem.sync.store.LinkStore;
import tandem.sync.store.LinkStore.Ends;

/** What every {@link WorkQueue} does. */
abstract class QueueContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId OTHER_SITE = new InstallationId(8);

  private WorkQueue queue;
  private LinkStore links;
  private LinkId link;

  /** An empty queue, and the store whose links it holds. */
  protected record Opened(WorkQueue queue, LinkStore links) {}

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    queue = opened.queue();
    links = opened.links();
    link = link(SITE, 1);
  }

  @Test
  void manyEventsOfALinkAreOneClaim() {
    mark(0, link, link);
    mark(1, link);
    assertThat(claim(2)).hasSize(1);
    assertThat(claim(2)).as("it is leased").isEmpty();
  }

  @Test
  void aCompletedLinkIsClean() {
    mark(0, link);
    assertThat(queue.complete(claimed(1), at(2))).isEqualTo(Completion.DONE);
    assertThat(queue.find(link)).isEmpty();
  }

  @Test
  void anEventDuringTheWorkMakesTheLinkDueAgain() {
    mark(0, link);
    Claim claim = claimed(1);
    mark(2, link);
    assertThat(queue.complete(claim, at(3))).isEqualTo(Completion.DIRTY_AGAIN);
    assertThat(queue.complete(claimed(3), at(4))).isEqualTo(Completion.DONE);
  }

  @Test
  void aWorkerThatLostItsLeaseCanDoNothing() {
    mark(0, link);
    Claim old = claimed(1);
    assertThat(queue.reap(at(1).plus(Lease.LENGTH).plusMillis(1))).isEqualTo(1);
    Claim young = claimed(100);
    assertThat(young.fence()).isGreaterThan(old.fence());
    assertThat(queue.renew(old, at(999))).isFalse();
    assertThat(queue.complete(old, at(101))).isEqualTo(Completion.LOST);
    assertThat(queue.retryAt(old, Setback.DOWN, at(101))).isFalse();
    assertThat(queue.release(old, at(101))).isFalse();
    assertThat(queue.notBefore(old, at(101))).isFalse();
    assertThat(queue.quarantine(old, "no")).isFalse();
    assertThat(queue.complete(young, at(102))).isEqualTo(Completion.DONE);
  }

  @Test
  void anOldOwnerIsNotMistakenForTheOwnerOfALinkThatBecameDirtyAnew() {
    mark(0, link);
    Claim old = claimed(1);
    queue.reap(at(100));
    queue.complete(claimed(100), at(101));
    mark(102, link);
    Claim young = claimed(103);
    assertThat(queue.complete(old, at(104))).isEqualTo(Completion.LOST);
    assertThat(queue.complete(young, at(105))).isEqualTo(Completion.DONE);
  }

  @Test
  void aRenewedLeaseIsNotTakenBack() {
    mark(0, link);
    Claim claim = claimed(1);
    assertThat(queue.renew(claim, at(500))).isTrue();
    assertThat(queue.reap(at(400))).isZero();
    assertThat(queue.reap(at(501))).isEqualTo(1);
  }

  @Test
  void aLeaseThatRanOutCountsAsAnAttempt() {
    mark(0, link);
    assertThat(claimed(1).attempt(Setback.INTERRUPTED)).isEqualTo(1);
    queue.reap(at(100));
    assertThat(claimed(100).attempt(Setback.INTERRUPTED)).isEqualTo(2);
  }

  @Test
  void aFailedLinkWaitsAndCountsItsAttempts() {
    mark(0, link);
    queue.retryAt(claimed(1), Setback.DOWN, at(10));
    assertThat(claim(9)).isEmpty();
    assertThat(claimed(10).attempt(Setback.DOWN)).isEqualTo(2);
  }

  @Test
  void onlySetbacksOfOneKindAddUp() {
    mark(0, link);
    queue.retryAt(claimed(1), Setback.DOWN, at(10));
    queue.retryAt(claimed(10), Setback.DOWN, at(20));
    Claim third = claimed(20);
    assertThat(third.attempt(Setback.DOWN)).isEqualTo(3);
    assertThat(third.attempt(Setback.REJECTED)).isEqualTo(1);
    queue.retryAt(third, Setback.REJECTED, at(30));
    assertThat(claimed(30).attempt(Setback.DOWN)).isEqualTo(1);
  }

  @Test
  @Tag("F09")
  void aLinkThatOutlivesTwentyWorkersIsSetAside() {
    mark(0, link);
    for (int i = 1; i <= WorkQueue.MOST_INTERRUPTIONS; i++) {
      assertThat(queue.find(link).flatMap(Waiting::quarantine)).isEmpty();
      claimed(i * 100);
      queue.reap(at(i * 100 + 99));
    }
    assertThat(queue.find(link).flatMap(Waiting::quarantine))
        .contains("the work on it was cut off 20 times in a row");
  }

  @Test
  void newsCutsABackOffShort() {
    mark(0, link);
    queue.retryAt(claimed(1), Setback.DOWN, at(1000));
    mark(5, link);
    assertThat(claimed(5).attempt(Setback.DOWN)).isEqualTo(2);
  }

  @Test
  @Tag("F01")
  void newsDoesNotCutShortTheWaitForAWriteThatMayStillHappen() {
    mark(0, link);
    queue.retryAt(claimed(1), Setback.UNKNOWN, at(1000));
    mark(5, link);
    assertThat(claim(999)).isEmpty();
    assertThat(claimed(1000).attempt(Setback.UNKNOWN)).isEqualTo(2);
  }

  @Test
  void newsDoesNotCutShortAWaitThatATrackerAskedFor() {
    mark(0, link);
    queue.notBefore(claimed(1), at(1000));
    mark(5, link);
    assertThat(claim(999)).isEmpty();
    assertThat(claimed(1000).attempt(Setback.DOWN)).isEqualTo(1);
  }

  @Test
  void workThatGoesOnLaterUsesUpNoAttempt() {
    mark(0, link);
    queue.release(claimed(1), at(3));
    assertThat(claim(2)).isEmpty();
    assertThat(claimed(3).attempt(Setback.DOWN)).isEqualTo(1);
  }

  @Test
  void anAttemptIsForgottenOnceTheLinkWasCompleted() {
    mark(0, link);
    queue.retryAt(claimed(1), Setback.DOWN, at(2));
    Claim claim = claimed(2);
    mark(3, link);
    queue.complete(claim, at(4));
    assertThat(claimed(5).attempt(Setback.DOWN)).isEqualTo(1);
  }

  @Test
  void aLinkInQuarantineStaysThereWhateverArrivesUntilItIsReplayed() {
    mark(0, link);
    queue.quarantine(claimed(1), "the tracker says no");
    mark(2, link);
    assertThat(claim(1000)).isEmpty();
    assertThat(queue.tenantsDue(at(1000))).isEmpty();
    assertThat(queue.find(link).flatMap(Waiting::quarantine)).contains("the tracker says no");
    assertThat(queue.replay(OTHER_SITE, link, at(1000))).as("another tenant").isFalse();
    assertThat(queue.replay(SITE, link, at(1000))).isTrue();
    assertThat(claimed(1000).attempt(Setback.DOWN)).isEqualTo(1);
    assertThat(queue.replay(SITE, link, at(1001))).isFalse();
  }

  @Test
  void aTenantsClaimTakesOnlyItsOwnLinksTheLongestDueFirst() {
    LinkId second = link(SITE, 2);
    LinkId third = link(SITE, 3);
    LinkId foreign = link(OTHER_SITE, 1);
    mark(3, link);
    mark(1, third);
    mark(2, second);
    queue.markDirty(OTHER_SITE, List.of(foreign), at(0));
    List<Claim> claims = queue.claim(SITE, 2, Lease.of("node", at(10)));
    assertThat(claims.stream().map(Claim::link)).containsExactlyInAnyOrder(third, second);
    assertThat(queue.tenantsDue(at(10))).containsExactly(OTHER_SITE, SITE);
  }

  @Test
  void aTenantWithManyDueLinksDoesNotKeepAnotherOneWaiting() {
    IntStream.rangeClosed(2, 60).forEach(number -> mark(0, link(SITE, number)));
    LinkId single = link(OTHER_SITE, 1);
    queue.markDirty(OTHER_SITE, List.of(single), at(1));
    assertThat(queue.claim(SITE, 50, Lease.of("node", at(2)))).hasSize(50);
    assertThat(queue.tenantsDue(at(2))).containsExactlyInAnyOrder(SITE, OTHER_SITE);
    List<Claim> claims = queue.claim(OTHER_SITE, 50, Lease.of("node", at(2)));
    assertThat(claims.stream().map(Claim::link)).containsExactly(single);
  }

  @Test
  void aTenantIsDueWhileItHasALinkThatMayBeWorkedOn() {
    assertThat(queue.isDue(SITE, at(0))).as("nothing is dirty").isFalse();
    mark(1, link);
    assertThat(queue.isDue(SITE, at(0))).as("not yet").isFalse();
    assertThat(queue.isDue(SITE, at(1))).isTrue();
    assertThat(queue.isDue(OTHER_SITE, at(1))).isFalse();
    queue.stop(SITE, new Stop(at(50), "asked to wait"));
    assertThat(queue.isDue(SITE, at(49))).as("stopped").isFalse();
    Claim claim = claimed(50);
    assertThat(queue.isDue(SITE, at(50))).as("leased").isFalse();
    queue.quarantine(claim, "no");
    assertThat(queue.isDue(SITE, at(51))).as("set aside").isFalse();
  }

  @Test
  void aStoppedTenantIsNotWorkedOnAndHoldsUpNobodyElse() {
    LinkId foreign = link(OTHER_SITE, 1);
    mark(0, link);
    queue.markDirty(OTHER_SITE, List.of(foreign), at(0));
    queue.stop(SITE, new Stop(at(50), "asked to wait"));
    queue.stop(SITE, new Stop(at(20), "asked to wait less"));
    assertThat(claim(49)).isEmpty();
    assertThat(queue.tenantsDue(at(49))).containsExactly(OTHER_SITE);
    assertThat(queue.stopped(SITE, at(49)).map(Stop::why)).contains("asked to wait");
    assertThat(queue.stopped(OTHER_SITE, at(49))).isEmpty();
    assertThat(claim(50)).hasSize(1);
  }

  @Test
  void aResumedTenantIsDueAtOnce() {
    mark(0, link);
    queue.notBefore(claimed(1), at(5000));
    queue.stop(SITE, new Stop(at(5000), "no access"));
    queue.resume(SITE, at(2));
    assertThat(queue.stopped(SITE, at(2))).isEqualTo(Optional.empty());
    assertThat(claim(2)).hasSize(1);
  }

  private void mark(int second, LinkId... dirty) {
    queue.markDirty(SITE, List.of(dirty), at(second));
  }

  private List<Claim> claim(int second) {
    return queue.claim(SITE, 10, Lease.of("node", at(second)));
  }

  private Claim claimed(int second) {
    List<Claim> claims = claim(second);
    assertThat(claims).hasSize(1);
    return claims.getFirst();
  }

  private LinkId link(InstallationId site, int number) {
    var left = new IssueId("left-" + number);
    var right = new IssueId("right-" + number);
    Enrolment made = links.link(site, new MappingId(1), new Ends(left, "L", right, "R"), NOON);
    return ((Enrolment.Created) made).link();
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
