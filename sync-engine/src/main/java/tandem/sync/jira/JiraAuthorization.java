package tandem.sync.jira;

import java.net.URI;
import tandem.sync.replica.Outcome;

/**
 * Who we are to one Jira site. One instance belongs to one installation and is safe for many
 * threads.
 */
@FunctionalInterface
public interface JiraAuthorization {

  /**
   * The value of the {@code Authorization} header for this very call, for instance {@code "JWT
   * <token>"}: a Connect token is bound to the method and the address by its query hash.
   *
   * @param method the HTTP method in capitals
   * @param uri the absolute address with its query, as it goes on the wire
   * @return the header, or a failure where the installation has no right to call; nothing is sent
   *     then
   * @see <a
   *     href="https://developer.atlassian.com/cloud/jira/platform/understanding-jwt-for-connect-apps/">Understanding
   *     JWT for Connect apps</a>
   */
  Outcome<String> header(String method, URI uri);
}
