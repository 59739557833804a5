package tandem.app.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads of the operating system, a new one for each task; their number is bounded by who hands
 * the tasks in. Not virtual ones: a virtual thread that loads a class holds on to its carrier, and
 * waits in the loader of Spring Boot's jar for another one, which needs a carrier to go on. On two
 * cores a few first calls at once were enough to stop the whole process.
 */
final class PlatformThreads {
  private PlatformThreads() {}

  /** Daemons, so that a task that hangs does not keep the process. */
  static ExecutorService perTask(String prefix) {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofPlatform().daemon().name(prefix, 0).factory());
  }
}
