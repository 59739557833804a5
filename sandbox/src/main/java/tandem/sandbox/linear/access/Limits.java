package tandem.sandbox.linear.access;

/**
 * What a caller may use in an hour. The numbers have changed over time and clients are told to read
 * the headers; these are the ones noted in September 2026 (linear.app/developers/rate-limiting).
 * People in a browser are not limited to speak of (assumed).
 */
public record Limits(Hourly apiKey, Hourly application, Hourly person) {
  /** Requests, and complexity points, in an hour. */
  public record Hourly(long requests, long points) {}

  public static Limits documented() {
    return new Limits(
        new Hourly(2_500, 3_000_000),
        new Hourly(5_000, 2_000_000),
        new Hourly(1_000_000, 1_000_000_000));
  }

  /** The documented limits but for applications. */
  public Limits withApplication(long requests, long points) {
    return new Limits(apiKey, new Hourly(requests, points), person);
  }

  Hourly of(Caller caller) {
    return switch (caller.means()) {
      case API_KEY -> apiKey;
      case APPLICATION -> application;
      case BROWSER -> person;
    };
  }
}
