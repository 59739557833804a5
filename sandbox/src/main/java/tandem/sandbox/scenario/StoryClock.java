package tandem.sandbox.scenario;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real time, except while a story is told: then the moment that the story is at. So that what a
 * sandbox is seeded with has the ages that it would have had.
 */
public final class StoryClock implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<Optional<Instant>> told = new AtomicReference<>(Optional.empty());

  public StoryClock(InstantSource real) {
    this.real = real;
  }

  /** Stands at this moment until the next call of this or of {@link #runOn}. */
  void standAt(Instant moment) {
    told.set(Optional.of(moment));
  }

  /** The story is over. */
  void runOn() {
    told.set(Optional.empty());
  }

  @Override
  public Instant instant() {
    return told.get().orElseGet(real::instant);
  }
}
