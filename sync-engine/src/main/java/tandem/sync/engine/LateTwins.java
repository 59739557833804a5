package tandem.sync.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tandem.sync.model.Side;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.store.Enrolment;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.TwinHint;

/**
 * Gives issues that turned up after the full pass a twin, where the mapping says so. The listing of
 * the side on which twins are created has to come before that of the other one, so that who names a
 * twin is linked with it.
 */
final class LateTwins {
  /** Linear's own Jira sync makes a twin within seconds, and people write an address down. */
  static final Duration SETTLED_AFTER = Duration.ofMinutes(2);

  private final Durable durable;
  private final NewTwins.Register register;
  private final Twins twins;
  private final NewTwins.Scope scope;

  LateTwins(Durable durable, NewTwins.Register register, Twins twins, NewTwins.Scope scope) {
    this.durable = durable;
    this.register = register;
    this.twins = twins;
    this.scope = scope;
  }

  /** How many links were made for the issues of a page of this side. */
  Outcome<Integer> of(Side side, List<Listed> page) {
    if (scope.ready().rules().creates().isEmpty()) {
      return new Outcome.Done<>(0);
    }
    List<Observation.Present> alone = alone(side, page);
    return side == Side.RIGHT ? made(side, alone) : pointed(alone);
  }

  private List<Observation.Present> alone(Side side, List<Listed> page) {
    return page.stream()
        .filter(it -> side == Side.LEFT || (it.twinHints().isEmpty() && !it.nativelySynced()))
        .map(Listed::issue)
        .filter(this::isSettled)
        .filter(it -> durable.links().linkOf(scope.installation(), side, it.issue()).isEmpty())
        .toList();
  }

  /** What is younger is listed again by the next pass. */
  private boolean isSettled(Observation.Present issue) {
    return issue.snapshot().at().isBefore(durable.clock().instant().minus(SETTLED_AFTER));
  }

  private Outcome<Integer> made(Side of, List<Observation.Present> alone) {
    if (!scope.ready().rules().creates().equals(Optional.of(of.other()))) {
      return new Outcome.Done<>(0);
    }
    return new NewTwins(durable, register, scope, () -> {}).on(of.other(), alone);
  }

  /** Where a left issue points to is asked on whichever side twins are created. */
  private Outcome<Integer> pointed(List<Observation.Present> lefts) {
    return new TwinSearch(twins, scope.mapping(), scope.ready(), () -> {})
        .of(lefts)
        .then(hints -> {
          int linked = linked(lefts, hints);
          List<String> pointing = hints.stream().map(TwinHint::leftKey).toList();
          return made(Side.LEFT, lefts.stream().filter(it -> !pointing.contains(it.key())).toList())
              .then(made -> new Outcome.Done<>(linked + made));
        });
  }

  private int linked(List<Observation.Present> lefts, List<TwinHint> hints) {
    Map<String, Observation.Present> byKey =
        lefts.stream()
            .collect(Collectors.toMap(Observation.Present::key, Function.identity(), (a, b) -> a));
    int linked = 0;
    for (TwinHint hint : hints) {
      Observation.Present left = byKey.get(hint.leftKey());
      linked += left != null && isLinked(left, hint) ? 1 : 0;
    }
    return linked;
  }

  /** Nothing is known of the right issue yet: both are read by the link's first turn. */
  private boolean isLinked(Observation.Present left, TwinHint hint) {
    if (register.partings().areParted(scope.installation(), left.issue(), hint.right())) {
      return false;
    }
    var ends = new Ends(left.issue(), left.key(), hint.right(), hint.rightKey());
    return durable.transactions().within(() -> isLinked(ends));
  }

  private boolean isLinked(Ends ends) {
    var now = durable.clock().instant();
    Enrolment enrolment = durable.links().link(scope.installation(), scope.mapping(), ends, now);
    if (enrolment instanceof Enrolment.Created created) {
      durable.queue().markDirty(scope.installation(), List.of(created.link()), now);
      return true;
    }
    return false;
  }
}
