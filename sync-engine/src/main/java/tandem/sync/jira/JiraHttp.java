package tandem.sync.jira;

import java.time.InstantSource;
import java.util.function.Function;
import okhttp3.Request;
import tandem.sync.http.Answer;
import tandem.sync.http.CallLimits;
import tandem.sync.http.Effect;
import tandem.sync.http.TrackerHttp;
import tandem.sync.replica.Outcome;

/**
 * The way to all Jira sites: one client with its connections, circuit breakers and limits for the
 * whole process. Safe for many threads.
 */
public final class JiraHttp {
  private final InstantSource clock;
  private final TrackerHttp http;

  /**
   * With {@link CallLimits#DEFAULT}.
   *
   * @param clock tells how long a rate limit lasts and how far back a listing reaches
   */
  public JiraHttp(InstantSource clock) {
    this(clock, CallLimits.DEFAULT);
  }

  public JiraHttp(InstantSource clock, CallLimits limits) {
    this.clock = clock;
    this.http = new TrackerHttp("Jira", limits);
  }

  InstantSource clock() {
    return clock;
  }

  /** Authorizes and sends; where there is no authorization nothing is sent. */
  <T> Outcome<T> call(
      JiraAuthorization authorization,
      Request request,
      Effect effect,
      Function<Answer, Outcome<T>> meaning) {
    return authorization
        .header(request.method(), request.url().uri())
        .then(header ->
            http.call(
                request.newBuilder().header("Authorization", header).build(), effect, meaning));
  }
}
