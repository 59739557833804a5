package tandem.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/**
 * A full pass over a mapping, as far as it has come. It survives the process that works on it.
 *
 * @param since issues changed before this are not looked at
 * @param expected about how many issues both sides have; empty where nobody could tell
 * @param startedAt Tandem's time
 */
public record BackfillRun(
    InstallationId installation,
    MappingId mapping,
    Instant since,
    OptionalLong expected,
    Instant startedAt,
    Place place,
    BackfillCounts counts,
    Status status) {

  /** What a pass does one after the other. */
  public enum Stage {
    /** Lists the right side and notes what its issues say about their twins. */
    HINTS,
    /** Lists the left side and links what was noted. */
    LEFT,
    /** Lists the right side again for what the new links have there. */
    RIGHT
  }

  /**
   * The next page.
   *
   * @param cursor the vendor's place, empty before the first page
   * @param restarts how often the pass began anew because a place was not valid any more
   */
  public record Place(Stage stage, String cursor, int restarts) {
    public static final Place FIRST = new Place(Stage.HINTS, "", 0);
  }

  public enum State {
    RUNNING,
    DONE,
    /** It cannot go on; a person has to start it again. */
    STOPPED,
    /** By a person. */
    CANCELLED
  }

  /**
   * How it stands.
   *
   * @param said one sentence for the admin
   * @param dueAt a running one is not worked on before this
   * @param attempts how often in a row the next page failed
   */
  public record Status(
      State state, String said, Instant dueAt, int attempts, Optional<Instant> finishedAt) {}

  /** One that begins now. */
  public static BackfillRun begun(
      InstallationId installation, MappingId mapping, Instant since, Instant now) {
    var status = new Status(State.RUNNING, "It is running.", now, 0, Optional.empty());
    return new BackfillRun(
        installation,
        mapping,
        since,
        OptionalLong.empty(),
        now,
        Place.FIRST,
        BackfillCounts.NONE,
        status);
  }

  public BackfillRun expecting(long issues) {
    return new BackfillRun(
        installation, mapping, since, OptionalLong.of(issues), startedAt, place, counts, status);
  }

  /** A page came through; the next one is at {@code next}. */
  public BackfillRun at(Place next, BackfillCounts soFar) {
    var going = new Status(State.RUNNING, "It is running.", status.dueAt(), 0, Optional.empty());
    return new BackfillRun(installation, mapping, since, expected, startedAt, next, soFar, going);
  }

  /** It goes on at {@code dueAt}, from the same place. */
  public BackfillRun waiting(Instant dueAt, String why, int attempts) {
    return with(new Status(State.RUNNING, why, dueAt, attempts, Optional.empty()));
  }

  /** It has ended. */
  public BackfillRun ended(State how, String said, Instant now) {
    return with(new Status(how, said, now, 0, Optional.of(now)));
  }

  /** It goes through everything once more; what it linked stays linked. */
  public BackfillRun restarted() {
    return at(
        new Place(Stage.HINTS, "", place.restarts() + 1),
        new BackfillCounts(0, 0, 0, counts.created(), 0, 0, counts.calls()));
  }

  private BackfillRun with(Status changed) {
    return new BackfillRun(
        installation, mapping, since, expected, startedAt, place, counts, changed);
  }
}
