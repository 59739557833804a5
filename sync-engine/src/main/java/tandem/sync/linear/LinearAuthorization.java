package tandem.sync.linear;

import tandem.sync.replica.Outcome;

/**
 * Who we are to one Linear workspace. One instance belongs to one connection and is safe for many
 * threads.
 *
 * @see <a href="https://linear.app/developers/oauth-2-0-authentication">OAuth 2.0
 *     authentication</a>
 */
public interface LinearAuthorization {

  /**
   * The value of the {@code Authorization} header, for instance {@code "Bearer <token>"}, or a
   * failure where there is no grant; nothing is sent then.
   */
  Outcome<String> header();

  /**
   * Called when Linear refused a header as unauthenticated. Refreshes the grant once, unless
   * somebody else has done so since, and gives the new header. A failure of the token endpoint
   * itself (5xx, timeout) is not {@code AccessGone}.
   */
  Outcome<String> afterRefusal(String refusedHeader);
}
