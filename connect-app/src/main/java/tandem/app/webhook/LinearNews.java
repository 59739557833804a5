package tandem.app.webhook;

import org.springframework.stereotype.Component;
import tandem.app.connection.Connections;
import tandem.app.connection.LinearApplication;
import tandem.app.connection.Mappings;
import tandem.sync.linear.LinearEvent;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Side;

/** Keeps what Linear says, for each installation that is connected to the workspace. */
@Component
class LinearNews {
  private final LinearApplication application;
  private final Connections connections;
  private final Mappings mappings;
  private final Kept kept;

  LinearNews(LinearApplication application, Connections connections, Mappings mappings, Kept kept) {
    this.application = application;
    this.connections = connections;
    this.mappings = mappings;
    this.kept = kept;
  }

  void seen(LinearEvent.IssueSeen seen) {
    for (InstallationId installation : connections.ofWorkspace(seen.organizationId())) {
      mappings
          .ofTeam(installation, seen.teamId())
          .map(mapping -> mapping.right(application.endpoints().api()).observed(seen))
          .ifPresent(observation ->
              kept.wakeFor(intake -> intake.observed(installation, Side.RIGHT, observation)));
    }
  }

  void touched(LinearEvent.IssueTouched touched) {
    for (InstallationId installation : connections.ofWorkspace(touched.organizationId())) {
      kept.wakeFor(intake -> intake.touched(installation, Side.RIGHT, touched.issue()));
    }
  }
}
