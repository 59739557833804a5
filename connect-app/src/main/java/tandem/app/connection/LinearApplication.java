package tandem.app.connection;

import java.net.URI;

/**
 * The OAuth application at Linear that this server acts as. Its secrets never appear in a log or in
 * {@link #toString()}.
 *
 * @param webhookSecret signs the webhooks that Linear sends for every workspace that authorised the
 *     application
 * @param redirect where Linear sends the admin's browser back to
 */
public record LinearApplication(
    Endpoints endpoints, String clientId, String clientSecret, String webhookSecret, URI redirect) {

  /** Linear's addresses; the defaults are those of its documentation. */
  public record Endpoints(URI api, URI authorize, URI token) {}

  /** Whether an operator has set the application up; without it nobody can connect. */
  public boolean isSetUp() {
    return !clientId.isEmpty();
  }

  @Override
  public String toString() {
    return "LinearApplication[" + clientId + " at " + endpoints.api() + "]";
  }
}
