package tandem.sync.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.Creations;
import tandem.sync.store.Creations.Refusal;
import tandem.sync.store.Creations.Wanted;
import tandem.sync.store.Enrolment;
import tandem.sync.store.Partings;

/**
 * Creates twins for issues that have none, where the mapping says so. Each is written down before a
 * tracker is asked; what an interrupted attempt made is found, not made again.
 */
final class NewTwins {
  private static final Logger LOG = System.getLogger(NewTwins.class.getName());

  /** A tracker's search may take that long to find what was just created. */
  private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);

  private final Durable durable;
  private final Register register;
  private final Scope scope;
  private final Runnable beforeEach;

  /** What is kept of twins that are to be created, or are not to be. */
  record Register(Creations creations, Partings partings) {}

  /** Of whom. */
  record Scope(InstallationId installation, MappingId mapping, Opened.Ready ready) {}

  /**
   * @param beforeEach runs before each issue: many of them take long
   */
  NewTwins(Durable durable, Register register, Scope scope, Runnable beforeEach) {
    this.durable = durable;
    this.register = register;
    this.scope = scope;
    this.beforeEach = beforeEach;
  }

  /**
   * Creates and links. Of an issue that a tracker refuses the reason is kept, and the rest goes on;
   * any other failure ends it, and what was made until then stays.
   *
   * @param on where they are created
   * @param alone issues of the other side that have no twin
   * @return how many were linked
   */
  Outcome<Integer> on(Side on, List<Observation.Present> alone) {
    int made = 0;
    for (Observation.Present issue : alone) {
      if (register.partings().wasParted(scope.installation(), on.other(), issue.issue())) {
        continue;
      }
      beforeEach.run();
      switch (twin(on, issue)) {
        case Outcome.Done<Boolean>(Boolean linked) -> made += linked ? 1 : 0;
        case Outcome.Failed<Boolean>(RemoteFailure.Rejected refused) -> keep(on, issue, refused);
        case Outcome.Failed<Boolean>(RemoteFailure failure) -> {
          return new Outcome.Failed<>(failure);
        }
      }
    }
    return new Outcome.Done<>(made);
  }

  private void keep(Side on, Observation.Present issue, RemoteFailure.Rejected refused) {
    LOG.log(Level.WARNING, "no twin for {0}: {1}", issue.key(), refused.why());
    register.creations().refused(wanted(on, issue), new Refusal(on, issue.key(), refused.why()));
  }

  private Wanted wanted(Side on, Observation.Present issue) {
    return new Wanted(scope.installation(), scope.mapping(), on, issue.issue());
  }

  private Outcome<Boolean> twin(Side on, Observation.Present issue) {
    Wanted wanted = wanted(on, issue);
    Instant now = durable.clock().instant();
    Optional<Instant> before = register.creations().asked(wanted, now);
    if (before.filter(at -> at.plus(SETTLED_AFTER).isAfter(now)).isPresent()) {
      return new Outcome.Failed<>(
          new RemoteFailure.RateLimited(
              RemoteFailure.RateScope.ISSUE,
              before.get().plus(SETTLED_AFTER),
              "a twin that was just asked for may still turn up"));
    }
    return side(on.other())
        .draft(issue.issue())
        .then(draft -> side(on).create(draft, before.isPresent()))
        .then(made -> new Outcome.Done<>(linked(wanted, issue, made)));
  }

  private Replica side(Side side) {
    return side == Side.LEFT ? scope.ready().left() : scope.ready().right();
  }

  private boolean linked(Wanted wanted, Observation.Present issue, Observation made) {
    if (!(made instanceof Observation.Present twin)) {
      return false;
    }
    boolean right = wanted.on() == Side.RIGHT;
    return durable
        .transactions()
        .within(() -> {
          Enrolment enrolment =
              new Joining(durable, scope.installation(), scope.mapping())
                  .join(right ? issue : twin, right ? twin : issue);
          register.creations().done(wanted);
          return enrolment instanceof Enrolment.Created;
        });
  }
}
