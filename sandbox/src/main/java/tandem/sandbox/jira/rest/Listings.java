package tandem.sandbox.jira.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Searches under way. A search's order is fixed when it begins; its pages show each issue as it is
 * when the page is read (*assumed*). Tokens are good for seven days (documented) and any number of
 * uses; the last 1,000 searches are remembered.
 */
final class Listings {
  private static final Duration LIFE = Duration.ofDays(7);
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > 1_000;
        }
      };

  private record Kept(List<String> ids, int at, Instant since) {}

  /** A search at some place in its list; used by one call. */
  static final class Listing {
    private final List<String> ids;
    private int at;

    private Listing(List<String> ids, int at) {
      this.ids = ids;
      this.at = at;
    }

    List<String> next(int size) {
      int start = at;
      at = Math.min(at + size, ids.size());
      return ids.subList(start, at);
    }

    boolean ended() {
      return at == ids.size();
    }
  }

  Listings(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  Listing begin(List<String> ids) {
    return new Listing(List.copyOf(ids), 0);
  }

  synchronized Listing resume(String token) {
    var found = kept.get(token);
    if (found == null || found.since().plus(LIFE).isBefore(clock.instant())) {
      throw Errors.refusal(400, "The provided next page token is invalid or expired.");
    }
    return new Listing(found.ids(), found.at());
  }

  /** A token for the rest of a search. */
  synchronized String token(Listing listing) {
    var token = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    kept.put(token, new Kept(listing.ids, listing.at, clock.instant()));
    return token;
  }
}
