package tandem.sync.http;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Repeats what is safe to repeat, once and soon; stops calling a host that keeps failing; keeps the
 * calls under way to a host few. Everything longer than moments is the queue's business.
 *
 * <p>Breaker and bulkhead are kept for each host, so one tenant's dead site does not stop the
 * others.
 */
final class Patience {
  private static final int ATTEMPTS = 2;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration OPEN = Duration.ofSeconds(5);
  private static final int WINDOW = 20;
  private static final int ENOUGH = 10;

  private final String tracker;
  private final Retry retry;
  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;

  Patience(String tracker, CallLimits limits) {
    this.tracker = tracker;
    this.retry = Retry.of(tracker, retries());
    this.breakers = CircuitBreakerRegistry.of(breaker());
    this.bulkheads = BulkheadRegistry.of(bulkhead(limits));
  }

  /** {@code TrackerDown} is by definition what did not happen: the only thing to repeat here. */
  private static RetryConfig retries() {
    return RetryConfig.<Outcome<?>>custom()
        .maxAttempts(ATTEMPTS)
        .waitDuration(PAUSE)
        .retryOnResult(Patience::isDown)
        .retryOnException(thrown -> false)
        .build();
  }

  private static CircuitBreakerConfig breaker() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(WINDOW)
        .minimumNumberOfCalls(ENOUGH)
        .waitDurationInOpenState(OPEN)
        .recordResult(Patience::isTrouble)
        .ignoreExceptions(BulkheadFullException.class, AcquirePermissionCancelledException.class)
        .build();
  }

  private static BulkheadConfig bulkhead(CallLimits limits) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(limits.concurrent())
        .maxWaitDuration(limits.connect())
        .build();
  }

  private static boolean isDown(Object outcome) {
    return outcome instanceof Outcome.Failed<?> failed
        && failed.failure() instanceof RemoteFailure.TrackerDown;
  }

  private static boolean isTrouble(Object outcome) {
    return isDown(outcome)
        || (outcome instanceof Outcome.Failed<?> failed
            && failed.failure() instanceof RemoteFailure.Unknown);
  }

  <T> Outcome<T> with(String host, Supplier<Outcome<T>> call) {
    var bulkhead = bulkheads.bulkhead(host);
    var breaker = breakers.circuitBreaker(host);
    try {
      return retry.executeSupplier(
          () -> breaker.executeSupplier(() -> bulkhead.executeSupplier(call)));
    } catch (CallNotPermittedException open) {
      return down("does not answer well at present; calls pause for some seconds");
    } catch (AcquirePermissionCancelledException | CancellationException interrupted) {
      return down("was not called, or not again: the thread is being stopped");
    } catch (BulkheadFullException full) {
      return down("has too many of our calls under way; this one was not sent");
    }
  }

  private <T> Outcome<T> down(String why) {
    return new Outcome.Failed<>(new RemoteFailure.TrackerDown(tracker + " " + why));
  }
}
