package tandem.sandbox.linear;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Ids and tokens from a seed: the same seed and the same calls give the same ids. */
final class Randomness {
  private static final int TOKEN_BYTES = 32;
  private static final long VERSION = 0xF000L;
  private static final long VARIANT = 0xC000_0000_0000_0000L;

  private final RandomGenerator random;

  Randomness(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A UUID of version 4. */
  synchronized String id() {
    long high = (random.nextLong() & ~VERSION) | 0x4000L;
    long low = (random.nextLong() & ~VARIANT) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Hex that nobody guesses by accident; the sandbox keeps no secrets. */
  synchronized String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
