package tandem.sync.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tandem.sync.engine.Edit.Aspect;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.engine.Tally.End;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;
import tandem.sync.queue.Claim;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.StoreFailure;

/**
 * One claimed link from claim to completion: look, plan, write down, write, until there is nothing
 * left to write. Everything it keeps is kept in transactions that fail once the lease is lost.
 */
final class Turn {
  private static final Logger LOG = System.getLogger(Turn.class.getName());

  /** One is the rule, one more each time that a person edits meanwhile. */
  private static final int MOST_ROUNDS = 5;

  private static final String NO_EFFECT = "the tracker accepts the change, yet it has no effect";

  private final Durable durable;
  private final Replicas replicas;
  private final Claim claim;
  private final Aftermath aftermath;
  private final Tally tally = new Tally();
  private final Set<Side> looked = EnumSet.noneOf(Side.class);
  private final Set<Tried> tried = new HashSet<>();
  private final Setbacks setbacks = new Setbacks();

  /** A write that the tracker answered as done in this turn. */
  private record Tried(Side side, Object what) {}

  Turn(Durable durable, Replicas replicas, Claim claim) {
    this.durable = durable;
    this.replicas = replicas;
    this.claim = claim;
    this.aftermath = new Aftermath(durable, claim);
  }

  /** Never throws for what a tracker or a replica did; only where nothing can be kept any more. */
  RunReport run() {
    try {
      return tally.report(work());
    } catch (LeaseLost lost) {
      return tally.report(End.LOST);
    } catch (StoreFailure unreachable) {
      throw unreachable;
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "a turn of link " + claim.link().value() + " failed", fault);
      return tally.report(aftermath.of(fault));
    }
  }

  private End work() {
    LinkWork link = LinkWork.begin(durable, claim);
    return switch (replicas.open(link.state().mapping())) {
      case Opened.Paused paused -> aftermath.ofPause();
      case Opened.Ready ready -> reconcile(link, ready);
    };
  }

  private End reconcile(LinkWork link, Opened.Ready ready) {
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      Optional<RemoteFailure> failed = look(link, ready);
      if (failed.isPresent()) {
        return aftermath.of(failed.get());
      }
      if (link.isResting()) {
        link.rest();
        return End.CLEAN;
      }
      Plans plans = link.plan(ready.rules());
      failed = askAfterLostTag(link, plans, ready);
      if (failed.isPresent()) {
        return aftermath.of(failed.get());
      }
      Set<Aspect> open = plans.unquiet();
      open.removeAll(setbacks.waiting());
      open.removeAll(link.held(plans));
      if (open.isEmpty()) {
        return end(link, plans);
      }
      failed = apply(link.intend(plans, open, tally), link, ready);
      if (failed.isPresent()) {
        return aftermath.of(failed.get());
      }
    }
    return aftermath.ofHaste();
  }

  /** Whoever deletes a label in Linear takes it off all issues, and that is no word about any. */
  private Optional<RemoteFailure> askAfterLostTag(LinkWork link, Plans plans, Opened.Ready ready) {
    Optional<LinkWork.Lost> lost = link.lost(plans);
    return lost.isEmpty() ? Optional.empty() : askAfter(lost.get(), link, ready);
  }

  private Optional<RemoteFailure> askAfter(LinkWork.Lost lost, LinkWork link, Opened.Ready ready) {
    return switch (replica(lost.on(), ready).has(lost.tag())) {
      case Outcome.Failed<Boolean>(RemoteFailure failure) -> Optional.of(failure);
      case Outcome.Done<Boolean>(Boolean there) -> {
        if (!there) {
          link.tagIsGone();
        }
        yield Optional.empty();
      }
    };
  }

  /** Nothing is left to write, but for what has to wait. */
  private End end(LinkWork link, Plans plans) {
    Map<DecisionId, String> refused = setbacks.takeRefused(aftermath::isSpent);
    Optional<RemoteFailure> first = setbacks.first();
    if (first.isEmpty()) {
      link.finish(plans, refused, tally);
      return End.CLEAN;
    }
    link.settle(plans, refused, setbacks.waiting(), tally);
    return aftermath.of(first.get());
  }

  /**
   * Reads what is stale, and of what was not looked at in this turn what is going to be written and
   * both sides where both have news or a person ruled: news that was overtaken must decide nothing
   * between people.
   */
  private Optional<RemoteFailure> look(LinkWork link, Opened.Ready ready) {
    for (Optional<Side> side = nextToRead(link, ready);
        side.isPresent();
        side = nextToRead(link, ready)) {
      Optional<RemoteFailure> failed = read(link, side.get(), ready);
      if (failed.isPresent()) {
        return failed;
      }
    }
    return Optional.empty();
  }

  private Optional<Side> nextToRead(LinkWork link, Opened.Ready ready) {
    Optional<Side> doubtful = unread().filter(link::isDoubtful).findFirst();
    if (doubtful.isPresent() || link.isResting()) {
      return doubtful;
    }
    Plans plans = link.plan(ready.rules());
    return unread()
        .filter(side -> link.isRuled() || plans.wants(side))
        .findFirst()
        .or(() -> Stream.of(Side.values()).filter(link.decisions()::isBlind).findFirst());
  }

  private Stream<Side> unread() {
    return Stream.of(Side.values()).filter(side -> !looked.contains(side));
  }

  private Optional<RemoteFailure> read(LinkWork link, Side side, Opened.Ready ready) {
    tally.read();
    Set<DecisionId> known = Set.copyOf(link.decisions().known());
    return switch (replica(side, ready).read(link.state().side(side).issue(), known)) {
      case Outcome.Failed<Observation> failed -> Optional.of(failed.failure());
      case Outcome.Done<Observation> done -> {
        link.read(side, done.value(), known);
        looked.add(side);
        yield Optional.empty();
      }
    };
  }

  /** Gives the failure that ends the turn; one that only this aspect has to wait for does not. */
  private Optional<RemoteFailure> apply(List<Edit> edits, LinkWork link, Opened.Ready ready) {
    for (Edit edit : edits) {
      if (!setbacks.waiting().contains(edit.aspect())) {
        Optional<RemoteFailure> failed = apply(edit, link, ready);
        if (failed.isPresent() && !Setbacks.isOfOne(failed.get())) {
          return failed;
        }
        failed.ifPresent(failure -> setbacks.note(edit.aspect(), failure));
      }
    }
    return Optional.empty();
  }

  private Optional<RemoteFailure> apply(Edit edit, LinkWork link, Opened.Ready ready) {
    if (!tried.add(new Tried(edit.side(), edit.what()))) {
      return Optional.of(new RemoteFailure.Rejected(NO_EFFECT));
    }
    link.secureLease();
    tally.write();
    Replica replica = replica(edit.side(), ready);
    return switch (edit) {
      case Edit.OfBudget tag ->
          failure(
              replica.apply(tag.issue(), tag.change()),
              answer -> link.budget().written(tag, answer),
              () -> link.budget().refused(tag));
      case Edit.OfDecision decision ->
          failure(
              replica.apply(decision.issue(), decision.change()),
              answer -> link.decisions().written(decision, answer),
              () -> link.decisions().refused(decision));
    };
  }

  private static <T> Optional<RemoteFailure> failure(
      Outcome<T> outcome, Consumer<T> keep, Runnable refused) {
    return switch (outcome) {
      case Outcome.Failed<T>(RemoteFailure.Unknown unknown) -> Optional.of(unknown);
      case Outcome.Failed<T>(var definite) -> {
        refused.run();
        yield Optional.of(definite);
      }
      case Outcome.Done<T>(var answer) -> {
        keep.accept(answer);
        yield Optional.empty();
      }
    };
  }

  private static Replica replica(Side side, Opened.Ready ready) {
    return side == Side.LEFT ? ready.left() : ready.right();
  }
}
