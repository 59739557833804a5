package tandem.app.lifecycle;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is not granted, answered as RFC 9457 problem details with words for people. */
public final class Refusal {
  private Refusal() {}

  /**
   * An answer to throw.
   *
   * @param title what happened, a few words, the same for every case of its kind
   * @param detail what it means here and what to do, a sentence or two
   */
  public static ErrorResponseException of(HttpStatus status, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return new ErrorResponseException(status, problem, null);
  }
}
