package tandem.sandbox.linear;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tandem.sandbox.linear.access.Grants.Lives;
import tandem.sandbox.linear.access.Limits;
import tandem.sandbox.linear.webhook.Conduct;

/**
 * How a sandbox workspace is started. Begin with {@link #defaults} and change what matters.
 *
 * @param limits how much a caller may use in an hour
 */
public record LinearSettings(Place place, Chance chance, Limits limits, Behaviour behaviour) {

  /**
   * Where it listens and what it is kept in.
   *
   * @param port 0 for any free port
   * @param state the file that keeps the workspace between two starts; empty for none
   */
  public record Place(int port, Optional<Path> state) {}

  /** The seed of ids, tokens and faults, and the clock. */
  public record Chance(long seed, InstantSource clock) {}

  /**
   * What Linear leaves open, or lets run too long for a test.
   *
   * @param tokens how long OAuth tokens are good for
   * @param swapInOneUpdate whether one update may swap two labels of an exclusive group
   */
  public record Behaviour(Lives tokens, Conduct webhooks, boolean swapInOneUpdate) {}

  /** Any free port, nothing kept, seed 1, real time, documented limits and retries. */
  public static LinearSettings defaults() {
    return new LinearSettings(
        new Place(0, Optional.empty()),
        new Chance(1, InstantSource.system()),
        Limits.documented(),
        new Behaviour(new Lives(Duration.ofHours(24), Duration.ZERO), Conduct.documented(), true));
  }

  public LinearSettings onPort(int port) {
    return new LinearSettings(new Place(port, place.state()), chance, limits, behaviour);
  }

  public LinearSettings keptIn(Path file) {
    return new LinearSettings(
        new Place(place.port(), Optional.of(file)), chance, limits, behaviour);
  }

  public LinearSettings seeded(long seed) {
    return new LinearSettings(place, new Chance(seed, chance.clock()), limits, behaviour);
  }

  public LinearSettings at(InstantSource clock) {
    return new LinearSettings(place, new Chance(chance.seed(), clock), limits, behaviour);
  }

  public LinearSettings limited(Limits hourly) {
    return new LinearSettings(place, chance, hourly, behaviour);
  }

  /** Webhooks are tried again after each of these delays. */
  public LinearSettings retrying(List<Duration> delays) {
    Conduct conduct = new Conduct(behaviour.webhooks().patience(), delays);
    return with(new Behaviour(behaviour.tokens(), conduct, behaviour.swapInOneUpdate()));
  }

  /** OAuth tokens are good for so long. */
  public LinearSettings granting(Lives tokens) {
    return with(new Behaviour(tokens, behaviour.webhooks(), behaviour.swapInOneUpdate()));
  }

  /** Swapping two labels of an exclusive group takes two updates. */
  public LinearSettings refusingLabelSwaps() {
    return with(new Behaviour(behaviour.tokens(), behaviour.webhooks(), false));
  }

  public LinearSettings with(Behaviour other) {
    return new LinearSettings(place, chance, limits, other);
  }
}
