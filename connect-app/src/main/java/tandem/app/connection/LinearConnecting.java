package tandem.app.connection;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** Connects an installation to a Linear workspace by OAuth, and disconnects it. */
@Component
public class LinearConnecting {
  private final LinearOAuth oauth;
  private final PendingConnections pending;
  private final Connections connections;
  private final Workspaces workspaces;

  LinearConnecting(
      LinearOAuth oauth,
      PendingConnections pending,
      Connections connections,
      Workspaces workspaces) {
    this.oauth = oauth;
    this.pending = pending;
    this.connections = connections;
    this.workspaces = workspaces;
  }

  /** Where the admin's browser goes; empty where the operator has set up no Linear application. */
  public Optional<URI> start(InstallationId installation, String accountId) {
    if (!oauth.isSetUp()) {
      return Optional.empty();
    }
    PendingConnections.Started started = pending.start(installation, accountId);
    return Optional.of(oauth.authorizeUrl(started.state(), started.challenge()));
  }

  /** What became of a callback. */
  sealed interface Finished {
    /** {@code site} is the Jira site, for the person who looks at the browser. */
    record Connected(InstallationId installation, String site, String workspace)
        implements Finished {}

    /** {@code why} is for the person who looks at the browser. */
    record Refused(String why) implements Finished {}
  }

  Finished finish(String state, String code) {
    Optional<PendingConnections.Pending> started = pending.take(state);
    if (started.isEmpty()) {
      return new Finished.Refused(
          "This connection was not started here, was used already or is older than ten minutes."
              + " Start it again in Jira.");
    }
    return switch (oauth.exchange(code, started.get().verifier())) {
      case Outcome.Done<LinearGrant>(LinearGrant grant) -> connect(started.get(), grant);
      case Outcome.Failed<LinearGrant>(RemoteFailure failure) -> refused(failure);
    };
  }

  private Finished connect(PendingConnections.Pending started, LinearGrant grant) {
    return switch (workspaces.of(grant)) {
      case Outcome.Done<Connection.Workspace>(Connection.Workspace workspace) -> {
        connections.connect(started.installation(), workspace, grant, started.accountId());
        yield new Finished.Connected(started.installation(), started.site(), workspace.name());
      }
      case Outcome.Failed<Connection.Workspace>(RemoteFailure failure) -> refused(failure);
    };
  }

  private static Finished refused(RemoteFailure failure) {
    return new Finished.Refused(failure.why() + " Start the connection again in Jira.");
  }

  /** Gives the tokens back to Linear and forgets them; mappings stay, paused. */
  public void disconnect(InstallationId installation) {
    connections
        .stored(installation)
        .ifPresent(stored -> oauth.revoke(stored.grant().accessToken()));
    connections.forget(installation);
  }
}
