package tandem.sandbox.linear.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The codes that were handed out and not yet redeemed. A code is good once, for ten minutes
 * (assumed); a restart forgets them.
 */
public final class Consents {
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** What a person agreed to. */
  public record Consent(AuthorizeRequest request, String userId, Instant until) {}

  private final Map<String, Consent> codes = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Supplier<String> secrets;

  public Consents(InstantSource clock, Supplier<String> secrets) {
    this.clock = clock;
    this.secrets = secrets;
  }

  /** A new code for what this person agreed to. */
  public String give(AuthorizeRequest request, String userId) {
    String code = secrets.get();
    codes.put(code, new Consent(request, userId, clock.instant().plus(LIFE)));
    return code;
  }

  /** The consent behind a code, which is spent by this. */
  public Optional<Consent> redeem(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(consent -> consent.until().isAfter(clock.instant()));
  }
}
