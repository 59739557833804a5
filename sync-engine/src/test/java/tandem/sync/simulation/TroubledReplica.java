package tandem.sync.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tandem.sync.model.DecisionId;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.FakeTracker;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Outcome.Failed;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;
import tandem.sync.replica.Replica;

/** The way to a tracker: each call may be held up and may suffer what the history says. */
final class TroubledReplica implements Replica {
  private final FakeTracker tracker;
  private final Road road;

  /** What the way knows of the world around it. */
  interface Road {
    Instant now();

    /** The trouble of the next call. */
    Trouble next(String call);

    void await(Await point);

    /** Does this a little later. */
    void later(Runnable effect);

    /** The caller learns what the issue holds. */
    void looks(IssueId issue);

    /** What the caller knows of the issue as it sends a write. */
    int knowledge(IssueId issue);

    /** A write that was sent with this knowledge is about to have its effect. */
    void strikes(IssueId issue, Change change, int knowledge);
  }

  TroubledReplica(FakeTracker tracker, Road road) {
    this.tracker = tracker;
    this.road = road;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    return read(issue, Set.of());
  }

  @Override
  public Outcome<Observation> read(IssueId issue, Set<DecisionId> known) {
    Trouble trouble = road.next("reads " + issue.value());
    road.await(Await.CALL);
    Outcome<Observation> answer =
        switch (trouble) {
          case NONE, NO_EFFECT -> looked(issue, known);
          case LOST_BEFORE, LOST_AFTER, APPLIED_LATE -> down();
          case RATE_LIMITED, REJECTED, ACCESS_GONE -> new Failed<>(refusal(trouble));
        };
    road.await(Await.ANSWER);
    return answer;
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    Trouble trouble = road.next("writes " + issue.value() + ' ' + inWords(change));
    int knowledge = road.knowledge(issue);
    road.await(Await.CALL);
    Effect effect =
        () -> {
          road.strikes(issue, change, knowledge);
          return tracker.apply(issue, change);
        };
    Outcome<Observation> answer = answer(issue, effect, trouble);
    road.await(Await.ANSWER);
    return answer;
  }

  /** What a write does once it arrives. */
  private interface Effect {
    Outcome<Observation> strike();
  }

  private Outcome<Observation> answer(IssueId issue, Effect effect, Trouble trouble) {
    return switch (trouble) {
      case NONE -> effect.strike().then(done -> looked(issue));
      case LOST_AFTER -> effect.strike().then(unheard -> broken());
      case LOST_BEFORE -> broken();
      case APPLIED_LATE -> {
        road.later(() -> {
          Outcome<Observation> unused = effect.strike();
        });
        yield broken();
      }
      case NO_EFFECT -> looked(issue);
      case RATE_LIMITED, REJECTED, ACCESS_GONE -> new Failed<>(refusal(trouble));
    };
  }

  private Outcome<Observation> looked(IssueId issue) {
    return looked(issue, Set.of());
  }

  private Outcome<Observation> looked(IssueId issue, Set<DecisionId> known) {
    road.looks(issue);
    return tracker.read(issue, known);
  }

  private static Outcome<Observation> broken() {
    return new Failed<>(new RemoteFailure.Unknown("the connection broke"));
  }

  private static <T> Outcome<T> down() {
    return new Failed<>(new RemoteFailure.TrackerDown("the connection broke"));
  }

  private RemoteFailure refusal(Trouble trouble) {
    return switch (trouble) {
      case RATE_LIMITED ->
          new RemoteFailure.RateLimited(
              RateScope.ISSUE, road.now().plus(Duration.ofSeconds(30)), "asked to wait");
      case REJECTED -> new RemoteFailure.Rejected("the tracker says no");
      case ACCESS_GONE -> new RemoteFailure.AccessGone("the grant was revoked");
      case NONE, LOST_BEFORE, LOST_AFTER, APPLIED_LATE, NO_EFFECT ->
          throw new IllegalArgumentException("no refusal: " + trouble);
    };
  }

  private static String inWords(Change change) {
    return switch (change) {
      case Change.Retag retag -> Words.plus(retag.add()) + Words.minus(retag.remove());
    };
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    Trouble trouble = road.next("lists what changed");
    road.await(Await.CALL);
    Outcome<Page<Listed>> answer =
        switch (trouble) {
          case NONE, NO_EFFECT -> tracker.changedSince(since, cursor);
          case LOST_BEFORE, LOST_AFTER, APPLIED_LATE -> down();
          case RATE_LIMITED, REJECTED, ACCESS_GONE -> new Failed<>(refusal(trouble));
        };
    road.await(Await.ANSWER);
    return answer;
  }
}
