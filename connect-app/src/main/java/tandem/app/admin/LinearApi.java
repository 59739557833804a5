package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Connection;
import tandem.app.connection.Connections;
import tandem.app.connection.LinearConnecting;
import tandem.app.connection.Workspaces;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.linear.LinearWorkspace;

/** The connection to Linear, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/linear")
class LinearApi {
  private final Admins admins;
  private final LinearConnecting connecting;
  private final Connections connections;
  private final Workspaces workspaces;

  LinearApi(
      Admins admins, LinearConnecting connecting, Connections connections, Workspaces workspaces) {
    this.admins = admins;
    this.connecting = connecting;
    this.connections = connections;
    this.workspaces = workspaces;
  }

  record Connect(URI authorizeUrl) {}

  @PostMapping("/connect")
  Connect connect(Caller caller) {
    String admin = admins.require(caller);
    return connecting
        .start(caller.installation().id(), admin)
        .map(Connect::new)
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.CONFLICT,
                "Linear is not set up here",
                "This server has no Linear OAuth application. Its operator has to set"
                    + " TANDEM_LINEAR_CLIENT_ID, _CLIENT_SECRET and _WEBHOOK_SECRET."));
  }

  /** Its state is one of "none", "connected" and "paused". */
  record State(
      String state,
      @Nullable Workspace workspace,
      @Nullable Instant connectedAt,
      @Nullable String why) {

    record Workspace(String id, String name, URI url) {}

    static State of(Connection connection) {
      Connection.Workspace workspace = connection.workspace();
      return new State(
          connection.pausedBecause().isPresent() ? "paused" : "connected",
          new Workspace(workspace.id(), workspace.name(), workspace.url()),
          connection.connectedAt(),
          connection.pausedBecause().orElse(null));
    }
  }

  @GetMapping
  State state(Caller caller) {
    admins.require(caller);
    return connections
        .find(caller.installation().id())
        .map(State::of)
        .orElseGet(() -> new State("none", null, null, null));
  }

  @DeleteMapping
  ResponseEntity<Void> disconnect(Caller caller) {
    admins.require(caller);
    connecting.disconnect(caller.installation().id());
    return ResponseEntity.noContent().build();
  }

  record Teams(List<LinearWorkspace.Team> teams) {}

  @GetMapping("/teams")
  Teams teams(Caller caller) {
    admins.require(caller);
    return new Teams(Failures.valueOf(workspaces.of(caller.installation().id()).teams()));
  }
}
