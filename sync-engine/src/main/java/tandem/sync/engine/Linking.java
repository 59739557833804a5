package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.Enrolment;
import tandem.sync.store.Partings;

/** A person links two issues, or takes them apart. Nothing is written to a tracker by that. */
public final class Linking {
  private final Durable durable;
  private final Partings partings;
  private final Replicas replicas;

  public Linking(Durable durable, Partings partings, Replicas replicas) {
    this.durable = durable;
    this.partings = partings;
    this.replicas = replicas;
  }

  /** Who wants which two issues of which mapping linked; by their keys ({@code SHOP-12}). */
  public record Wish(InstallationId installation, MappingId mapping, String left, String right) {}

  /** What came of it. */
  public sealed interface Result {
    /** They are linked, now or before, and the engine's next turn compares them. */
    record Linked(LinkId link) implements Result {}

    /** Nothing was changed; one sentence for the person. */
    record Refused(String why) implements Result {}
  }

  /**
   * Links two issues of a mapping; two remote reads. Safe to repeat. Also links what a person took
   * apart before.
   */
  public Outcome<Result> link(Wish wish) {
    return switch (replicas.open(wish.mapping())) {
      case Opened.Paused(String why) -> new Outcome.Failed<>(new RemoteFailure.AccessGone(why));
      case Opened.Ready ready ->
          named(ready.left(), wish.left())
              .then(left ->
                  named(ready.right(), wish.right())
                      .then(right -> new Outcome.Done<>(joined(wish, left, right))));
    };
  }

  private static Outcome<Optional<Observation.Present>> named(Replica side, String key) {
    return side.readAll(List.of(key))
        .then(found ->
            new Outcome.Done<>(found.stream().filter(it -> it.key().equals(key)).findFirst()));
  }

  private Result joined(
      Wish wish, Optional<Observation.Present> left, Optional<Observation.Present> right) {
    if (left.isEmpty()) {
      return missing(wish.left());
    }
    return right
        .map(it -> durable.transactions().within(() -> enrol(wish, left.get(), it)))
        .orElseGet(() -> missing(wish.right()));
  }

  private static Result missing(String key) {
    return new Result.Refused(
        key + " is not there, not in this project and team, or not shown to Tandem.");
  }

  private Result enrol(Wish wish, Observation.Present left, Observation.Present right) {
    var joining = new Joining(durable, wish.installation(), wish.mapping());
    return switch (joining.join(left, right)) {
      case Enrolment.Created(LinkId link) -> {
        partings.reunite(wish.installation(), left.issue(), right.issue());
        yield new Result.Linked(link);
      }
      case Enrolment.Known(LinkId link) -> new Result.Linked(link);
      case Enrolment.Taken taken ->
          new Result.Refused(
              left.key()
                  + " or "
                  + right.key()
                  + " is linked to another issue already. Remove that link first; nothing was"
                  + " changed.");
    };
  }

  /**
   * Takes two linked issues apart: what is known of the link is removed, receipts included, and no
   * backfill links them again. A write that is under way at this moment may still arrive.
   *
   * @return false where the tenant has no such link
   */
  public boolean unlink(InstallationId installation, LinkId link) {
    return partings.part(installation, link, now());
  }

  private Instant now() {
    return durable.clock().instant();
  }
}
