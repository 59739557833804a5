package tandem.app.runtime;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the application so that the process, when it is told to end, stops it first. Who tells it
 * so while it starts waits until it has: the application answers that it is ready a moment before
 * the start returns, and a database that was started by then must not be left behind.
 */
final class StopOnExit {
  private static final Logger LOG = LoggerFactory.getLogger(StopOnExit.class);
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);

  private final CompletableFuture<RunningApp> starting = new CompletableFuture<>();

  private StopOnExit() {}

  /** Throws what the start throws. */
  static void of(Supplier<RunningApp> start) {
    StopOnExit exit = new StopOnExit();
    Runtime.getRuntime().addShutdownHook(new Thread(exit::stop, "tandem-stop"));
    exit.begin(start);
  }

  private void begin(Supplier<RunningApp> start) {
    try {
      boolean unused = starting.complete(start.get());
    } catch (RuntimeException | Error e) {
      boolean unused = starting.completeExceptionally(e);
      throw e;
    }
  }

  private void stop() {
    try {
      starting.orTimeout(START_PATIENCE.toSeconds(), TimeUnit.SECONDS).join().close();
    } catch (CompletionException | CancellationException neverStarted) {
      LOG.debug("There is nothing to stop", neverStarted);
    }
  }
}
