package tandem.sync.simulation;

import java.time.Duration;
import java.time.Instant;
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

    /** The next effect is of a write that was sent with this knowledge. */
    void knowing(int knowledge);
  }

  TroubledReplica(FakeTracker tracker, Road road) {
    this.tracker = tracker;
    this.road = road;
  }

  @Override
  public Outcome<Observation> read(IssueId issue) {
    Trouble trouble = road.next("reads " + issue.value());
    road.await(Await.CALL);
    Outcome<Observation> answer =
        switch (trouble) {
          case NONE, NO_EFFECT -> looked(issue);
          case LOST_BEFORE, LOST_AFTER, APPLIED_LATE ->
              new Failed<>(new RemoteFailure.TrackerDown("the connection broke"));
          case RATE_LIMITED, REJECTED, ACCESS_GONE -> refused(trouble);
        };
    road.await(Await.ANSWER);
    return answer;
  }

  @Override
  public Outcome<Observation> apply(IssueId issue, Change change) {
    Trouble trouble = road.next("writes " + issue.value() + ' ' + inWords(change));
    int knowledge = road.knowledge(issue);
    road.await(Await.CALL);
    road.knowing(knowledge);
    Outcome<Observation> answer = applied(issue, change, trouble);
    road.await(Await.ANSWER);
    return answer;
  }

  private Outcome<Observation> applied(IssueId issue, Change change, Trouble trouble) {
    return switch (trouble) {
      case NONE -> tracker.apply(issue, change).then(done -> looked(issue));
      case LOST_AFTER -> tracker.apply(issue, change).then(unheard -> broken());
      case LOST_BEFORE -> broken();
      case APPLIED_LATE -> {
        int knowledge = road.knowledge(issue);
        road.later(() -> {
          road.knowing(knowledge);
          Outcome<Observation> unused = tracker.apply(issue, change);
        });
        yield broken();
      }
      case NO_EFFECT -> looked(issue);
      case RATE_LIMITED, REJECTED, ACCESS_GONE -> refused(trouble);
    };
  }

  private Outcome<Observation> looked(IssueId issue) {
    road.looks(issue);
    return tracker.read(issue);
  }

  private static Outcome<Observation> broken() {
    return new Failed<>(new RemoteFailure.Unknown("the connection broke"));
  }

  private Outcome<Observation> refused(Trouble trouble) {
    return new Failed<>(
        switch (trouble) {
          case RATE_LIMITED ->
              new RemoteFailure.RateLimited(
                  RateScope.ISSUE, road.now().plus(Duration.ofSeconds(30)), "asked to wait");
          case REJECTED -> new RemoteFailure.Rejected("the tracker says no");
          case ACCESS_GONE -> new RemoteFailure.AccessGone("the grant was revoked");
          case NONE, LOST_BEFORE, LOST_AFTER, APPLIED_LATE, NO_EFFECT ->
              throw new IllegalArgumentException("no refusal: " + trouble);
        });
  }

  private static String inWords(Change change) {
    return switch (change) {
      case Change.Retag retag -> Words.plus(retag.add()) + Words.minus(retag.remove());
    };
  }

  @Override
  public Outcome<Page<Listed>> changedSince(Instant since, Cursor cursor) {
    return tracker.changedSince(since, cursor);
  }
}
