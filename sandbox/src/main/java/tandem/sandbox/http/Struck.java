package tandem.sandbox.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.Nemesis;

/** Counts a call, asks the nemesis, and carries out what it says. */
final class Struck {
  private final House house;
  private final Nemesis nemesis;
  private final Calls calls;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Applies the operation and tells its true reply. */
  @FunctionalInterface
  interface Deed {
    Reply done();
  }

  Struck(House house, Nemesis nemesis, Calls calls) {
    this.house = house;
    this.nemesis = nemesis;
    this.calls = calls;
  }

  /** Lets every stalled call go on. */
  void release() {
    closing.countDown();
  }

  void serve(Call call, Context ctx, Deed deed) {
    var caller = house.caller(call);
    var operation = house.operation(call);
    calls.count(caller, operation);
    Optional<Fault> fault =
        caller.equals("person") ? Optional.empty() : nemesis.onRequest(operation);
    fault.ifPresentOrElse(f -> strike(f, call, ctx, deed), () -> Wire.write(deed.done(), ctx));
  }

  private void strike(Fault fault, Call call, Context ctx, Deed deed) {
    switch (fault) {
      case Fault.RateLimited limited -> Wire.write(house.limited(call, limited.reason()), ctx);
      case Fault.ErrorBefore error -> Wire.write(house.broken(call, error.status()), ctx);
      case Fault.ErrorAfter error -> {
        deed.done();
        Wire.write(house.broken(call, error.status()), ctx);
      }
      case Fault.Stall stall -> {
        await(stall.by());
        Wire.write(deed.done(), ctx);
      }
      case Fault.ResetBefore reset -> Wire.reset(ctx);
      case Fault.ResetAfter reset -> {
        deed.done();
        Wire.reset(ctx);
      }
    }
  }

  private void await(Duration time) {
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
