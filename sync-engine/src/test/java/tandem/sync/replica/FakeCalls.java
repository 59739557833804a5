package tandem.sync.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The calls to a tracker in memory: how many there were, and what becomes of each. */
public final class FakeCalls {
  private final Supplier<Instant> now;
  private Faults faults = call -> Fault.NONE;
  private Runnable midCall = () -> {};
  private int reads;
  private int writes;
  private int pages;

  /** The kinds of calls. */
  public enum Call {
    READ,
    WRITE,
    LIST
  }

  /** What a call may suffer instead of an answer. */
  public enum Fault {
    NONE,
    /** Refused before anything happened, with a time to come back at. */
    RATE_LIMITED,
    /** Failed before anything happened; a write's caller cannot know that. */
    ERROR_BEFORE,
    /** Failed after it happened. */
    ERROR_AFTER,
    REJECTED,
    ACCESS_GONE,
    /** Answered as if all were well, but nothing happened. */
    NO_EFFECT
  }

  /** Decides the fate of each call. */
  @FunctionalInterface
  public interface Faults {
    Fault next(Call call);
  }

  FakeCalls(Supplier<Instant> now) {
    this.now = now;
  }

  void faults(Faults decided) {
    this.faults = decided;
  }

  void midCall(Runnable hook) {
    this.midCall = hook;
  }

  int reads() {
    return reads;
  }

  int writes() {
    return writes;
  }

  int pages() {
    return pages;
  }

  <T> Outcome<T> read(Supplier<T> look) {
    reads++;
    Fault fault = faults.next(Call.READ);
    midCall.run();
    if (fault != Fault.NONE && fault != Fault.NO_EFFECT) {
      return new Outcome.Failed<>(failure(fault, Call.READ));
    }
    T seen = look.get();
    midCall.run();
    return new Outcome.Done<>(seen);
  }

  <T> Outcome<T> ask(Supplier<T> look) {
    reads++;
    return answered(Call.READ, look);
  }

  <T> Outcome<T> list(Supplier<T> look) {
    pages++;
    return answered(Call.LIST, look);
  }

  /** Counted, and nothing ever happens to it. */
  <T> Outcome<T> uneventful(Call call, Supplier<T> look) {
    reads += call == Call.READ ? 1 : 0;
    pages += call == Call.LIST ? 1 : 0;
    return new Outcome.Done<>(look.get());
  }

  private <T> Outcome<T> answered(Call call, Supplier<T> look) {
    Fault fault = faults.next(call);
    return fault == Fault.NONE
        ? new Outcome.Done<>(look.get())
        : new Outcome.Failed<>(failure(fault, call));
  }

  /**
   * @param allowed the tracker lets us write there
   */
  <T> Outcome<T> write(boolean allowed, Runnable effect, Supplier<T> look) {
    writes++;
    Fault fault = allowed ? faults.next(Call.WRITE) : Fault.REJECTED;
    midCall.run();
    if (fault == Fault.NONE || fault == Fault.ERROR_AFTER) {
      effect.run();
    }
    T answer = look.get();
    midCall.run();
    return fault == Fault.NONE || fault == Fault.NO_EFFECT
        ? new Outcome.Done<>(answer)
        : new Outcome.Failed<>(failure(fault, Call.WRITE));
  }

  private RemoteFailure failure(Fault fault, Call call) {
    return switch (fault) {
      case NONE, NO_EFFECT -> throw new IllegalArgumentException("no failure");
      case RATE_LIMITED ->
          new RemoteFailure.RateLimited(
              RemoteFailure.RateScope.ISSUE,
              now.get().plus(Duration.ofSeconds(30)),
              "asked to wait");
      case ERROR_BEFORE, ERROR_AFTER ->
          call == Call.WRITE
              ? new RemoteFailure.Unknown("the connection broke")
              : new RemoteFailure.TrackerDown("the connection broke");
      case REJECTED -> new RemoteFailure.Rejected("the tracker says no");
      case ACCESS_GONE -> new RemoteFailure.AccessGone("the grant was revoked");
    };
  }
}
