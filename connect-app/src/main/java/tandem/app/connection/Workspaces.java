package tandem.app.connection;

import java.net.URI;
import org.springframework.stereotype.Component;
import tandem.sync.linear.LinearAuthorization;
import tandem.sync.linear.LinearHttp;
import tandem.sync.linear.LinearWorkspace;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** The way to a tenant's Linear workspace as a whole: its name, its teams, its labels. */
@Component
public class Workspaces {
  private final LinearApplication application;
  private final LinearTokens tokens;
  private final LinearHttp http;

  Workspaces(LinearApplication application, LinearTokens tokens, LinearHttp http) {
    this.application = application;
    this.tokens = tokens;
    this.http = http;
  }

  /** The workspace that the installation is connected to; its calls fail where there is none. */
  public LinearWorkspace of(InstallationId installation) {
    return new LinearWorkspace(application.endpoints().api(), tokens.of(installation), http);
  }

  /** Whose grant this is, before it is stored. One remote call. */
  Outcome<Connection.Workspace> of(LinearGrant grant) {
    LinearWorkspace workspace =
        new LinearWorkspace(
            application.endpoints().api(), new Just(LinearTokens.bearer(grant)), http);
    return switch (workspace.organization()) {
      case Outcome.Done<LinearWorkspace.Organization>(LinearWorkspace.Organization found) ->
          new Outcome.Done<>(
              new Connection.Workspace(found.id(), found.name(), home(found.urlKey())));
      case Outcome.Failed<LinearWorkspace.Organization>(RemoteFailure why) ->
          new Outcome.Failed<>(why);
    };
  }

  /** People open a workspace on the host that they consented on. */
  private URI home(String urlKey) {
    return application.endpoints().authorize().resolve("/" + urlKey);
  }

  private record Just(String bearer) implements LinearAuthorization {
    @Override
    public Outcome<String> header() {
      return new Outcome.Done<>(bearer);
    }

    @Override
    public Outcome<String> afterRefusal(String refusedHeader) {
      return new Outcome.Failed<>(
          new RemoteFailure.AccessGone("Linear refused the token that it has just given."));
    }
  }
}
