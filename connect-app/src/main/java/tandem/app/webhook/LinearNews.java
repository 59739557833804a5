package tandem.app.webhook;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tandem.app.connection.Connections;
import tandem.app.connection.LinearApplication;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.connection.Mappings.Connected;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Told;
import tandem.sync.linear.LinearEvent;
import tandem.sync.linear.LinearEvent.IssueSeen;
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

  void seen(IssueSeen seen) {
    for (Connected of : mappings.ofTeam(seen.organizationId(), seen.teamId())) {
      kept.wakeFor(
          of.installation(), intake -> keep(intake, of.installation(), of.mapping(), seen));
    }
  }

  /** A linked issue that is in a team without a mapping now has moved there. */
  private int keep(
      Intake intake, InstallationId installation, Optional<Mapping> mapping, IssueSeen seen) {
    return mapping
        .map(it ->
            intake.observed(
                installation,
                it.id(),
                Side.RIGHT,
                it.right(application.endpoints().api()).observed(seen)))
        .orElseGet(() -> intake.touched(installation, Side.RIGHT, seen.issue()));
  }

  void touched(LinearEvent.IssueTouched touched) {
    for (InstallationId installation : connections.ofWorkspace(touched.organizationId())) {
      kept.wakeFor(
          installation, intake -> intake.touched(installation, Side.RIGHT, touched.issue()));
    }
  }

  /** Of a document unknown here the issue is asked for later, not while Linear waits. */
  void decision(LinearEvent.DecisionSeen decision) {
    Told told = new Told(decision.seen(), decision.replaced(), LinearEvent.DecisionSeen::read);
    for (InstallationId installation : connections.ofWorkspace(decision.organizationId())) {
      kept.wakeFor(installation, intake -> intake.decisionSeen(installation, Side.RIGHT, told));
    }
  }

  void touched(LinearEvent.DocumentTouched touched) {
    for (InstallationId installation : connections.ofWorkspace(touched.organizationId())) {
      kept.wakeFor(
          installation,
          intake -> intake.decisionTouched(installation, Side.RIGHT, touched.documentId()));
    }
  }
}
