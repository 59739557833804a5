package tandem.sync.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.Replica;
import tandem.sync.store.Enrolment;
import tandem.sync.store.LinkStore.Ends;

/** One run of a backfill and what it has counted so far. */
final class BackfillPass {
  private final Durable durable;
  private final Twins twins;
  private final Scope scope;
  private final Intake intake;
  private final Map<String, Observation.Present> leftByKey = new HashMap<>();
  private int left;
  private int right;
  private int linked;
  private int created;
  private int foreign;
  private int taken;
  private int calls;

  BackfillPass(Durable durable, Twins twins, Scope scope) {
    this.durable = durable;
    this.twins = twins;
    this.scope = scope;
    this.intake = new Intake(durable);
  }

  /** What is gone through. */
  record Scope(InstallationId installation, MappingId mapping, Instant since) {}

  BackfillReport over(Replicas.Opened.Ready ready) {
    Optional<String> stopped = list(ready.left(), this::keepLeft);
    if (stopped.isEmpty()) {
      stopped = list(ready.right(), this::keepRight);
    }
    return new BackfillReport(left, right, linked, created, foreign, taken, calls, stopped);
  }

  /** Goes through a listing and says why it ended early, if it did. */
  private Optional<String> list(Replica replica, Consumer<List<Listed>> keep) {
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      calls++;
      switch (replica.changedSince(scope.since(), next.get())) {
        case Outcome.Failed<Page<Listed>> failed -> {
          return Optional.of(failed.failure().why());
        }
        case Outcome.Done<Page<Listed>> done -> {
          keep.accept(done.value().items());
          next = done.value().next();
        }
      }
    }
    return Optional.empty();
  }

  private void keepLeft(List<Listed> page) {
    for (Listed listed : page) {
      left++;
      leftByKey.put(listed.issue().key(), listed.issue());
      observe(Side.LEFT, listed.issue());
    }
  }

  private void keepRight(List<Listed> page) {
    for (Listed listed : page) {
      right++;
      if (isLinked(listed.issue())) {
        linked++;
        observe(Side.RIGHT, listed.issue());
      } else {
        twin(listed)
            .ifPresentOrElse(twin -> link(twin, listed.issue()), () -> countForeign(listed));
      }
    }
  }

  private boolean isLinked(Observation.Present rightIssue) {
    return durable.links().linkOf(scope.installation(), Side.RIGHT, rightIssue.issue()).isPresent();
  }

  /** Several hints may name several issues; the first by key is taken, so that every run agrees. */
  private Optional<Observation.Present> twin(Listed listed) {
    return listed.twinHints().stream()
        .flatMap(hint -> twins.leftKey(scope.mapping(), hint).stream())
        .sorted()
        .map(leftByKey::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private void countForeign(Listed listed) {
    if (!listed.twinHints().isEmpty()) {
      foreign++;
    }
  }

  private void link(Observation.Present leftIssue, Observation.Present rightIssue) {
    count(durable.transactions().within(() -> begun(leftIssue, rightIssue)));
  }

  private Enrolment begun(Observation.Present leftIssue, Observation.Present rightIssue) {
    Enrolment enrolment = enrol(leftIssue, rightIssue);
    if (enrolment instanceof Enrolment.Created(LinkId link)) {
      begin(link, leftIssue, rightIssue);
    }
    return enrolment;
  }

  private Enrolment enrol(Observation.Present leftIssue, Observation.Present rightIssue) {
    var ends = new Ends(leftIssue.issue(), leftIssue.key(), rightIssue.issue(), rightIssue.key());
    return durable.links().link(scope.installation(), scope.mapping(), ends, now());
  }

  private void begin(LinkId link, Observation.Present leftIssue, Observation.Present rightIssue) {
    keep(link, Side.LEFT, leftIssue);
    keep(link, Side.RIGHT, rightIssue);
    durable.queue().markDirty(scope.installation(), List.of(link), now());
  }

  private void keep(LinkId link, Side side, Observation.Present issue) {
    boolean unused = durable.links().observed(link, side, issue.key(), issue.snapshot());
    durable.links().seen(link, side, 1);
  }

  private void count(Enrolment enrolment) {
    switch (enrolment) {
      case Enrolment.Created made -> {
        linked++;
        created++;
      }
      case Enrolment.Known known -> linked++;
      case Enrolment.Taken other -> taken++;
    }
  }

  private void observe(Side side, Observation.Present issue) {
    int unused = intake.observed(scope.installation(), side, issue);
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
