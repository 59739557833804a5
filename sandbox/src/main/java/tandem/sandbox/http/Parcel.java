package tandem.sandbox.http;

import java.net.http.HttpRequest;

/** One webhook delivery: how each attempt is made, and what its answer means. */
public interface Parcel {
  /** The status that stands for "no answer": refused, reset or timed out. */
  int NO_ANSWER = 0;

  /**
   * The request of one attempt, made anew each time, for instance to sign it with the time.
   *
   * @param number 0 for the first attempt
   */
  HttpRequest attempt(int number);

  /** What it says, without what an attempt adds. */
  String body();

  /** Whether this answer asks for another attempt, see {@link #NO_ANSWER}. */
  boolean asksForRetry(int status);

  /** Called once when no attempt is left, or when the answer asks for none. */
  void settled(int lastStatus);
}
