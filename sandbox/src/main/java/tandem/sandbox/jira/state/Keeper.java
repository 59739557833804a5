package tandem.sandbox.jira.state;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Saves the site to its file within a second of each change, and at close. */
public final class Keeper implements AutoCloseable {
  private static final long NEVER = -1;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final SiteStore store;
  private final SiteFile file;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public Keeper(SiteStore store, SiteFile file) {
    this.store = store;
    this.file = file;
    this.thread = Thread.ofPlatform().daemon().name("sandbox-keeper").start(this::keep);
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    file.save(store.state());
  }

  private void keep() {
    long saved = NEVER;
    try {
      while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        long now = store.revision();
        if (now != saved) {
          file.save(store.state());
          saved = now;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
