package tandem.app.lifecycle;

import java.util.Optional;

/**
 * Who is calling, whichever door the request came in by. Signed by the tracker: nothing in here is
 * the browser's word.
 *
 * @param accountId the person; absent where Jira itself calls (webhooks) or nobody is signed in
 * @param issue the issue whose view the panel stands in
 * @param project the project that the page stands in
 */
public record Caller(
    Installation installation,
    Optional<String> accountId,
    Optional<Named> issue,
    Optional<Named> project) {

  /** A thing of Jira by its immutable id and its key for people. */
  public record Named(String id, String key) {}
}
