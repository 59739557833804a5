package tandem.app.connection;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import tandem.sync.model.InstallationId;

/**
 * An installation's connection to a Linear workspace, without its tokens.
 *
 * @param pausedBecause why nothing can be done in Linear until a person acts; empty when it works
 */
public record Connection(
    InstallationId installation,
    Workspace workspace,
    Optional<String> pausedBecause,
    Instant connectedAt) {

  /**
   * A Linear organisation.
   *
   * @param url where people open it
   */
  public record Workspace(String id, String name, URI url) {}
}
