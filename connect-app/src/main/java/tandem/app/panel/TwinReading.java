package tandem.app.panel;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tandem.app.connection.Connection;
import tandem.app.connection.Connections;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.panel.IssueBudget.State;
import tandem.app.panel.IssueBudget.Twin;
import tandem.sync.engine.LinkView;
import tandem.sync.model.Snapshot;

/** How the issue in Linear stands to the one in Jira, in words. */
@Component
class TwinReading {
  private final Connections connections;
  private final MappedReplicas replicas;

  TwinReading(Connections connections, MappedReplicas replicas) {
    this.connections = connections;
    this.replicas = replicas;
  }

  /** Empty while no workspace is connected: then nobody knows where the twin could be opened. */
  Optional<Twin> read(LinkView link, Mapping mapping) {
    return connections
        .find(mapping.installation())
        .map(connection -> twin(link, connection, replicas.pauseOf(mapping)));
  }

  private static Twin twin(LinkView link, Connection connection, Optional<String> pause) {
    State state = state(link, pause);
    return new Twin(
        link.twinKey(),
        URI.create(connection.workspace().url() + "/issue/" + link.twinKey()),
        state == State.AGREES,
        link.agreed().map(LinkView.Agreement::since).orElse(null),
        state,
        why(link, pause).orElse(null));
  }

  private static State state(LinkView link, Optional<String> pause) {
    if (pause.isPresent() || link.quarantine().isPresent()) {
      return State.PAUSED;
    }
    if (!link.conflicts().isEmpty()) {
      return State.CONFLICT;
    }
    boolean same =
        link.own().isPresent()
            && link.own().map(Snapshot::budgets).equals(link.other().map(Snapshot::budgets));
    return same && !link.dirty() ? State.AGREES : State.WAITING;
  }

  private static Optional<String> why(LinkView link, Optional<String> pause) {
    return pause
        .or(link::quarantine)
        .or(() -> link.conflicts().stream().findFirst().map(LinkView.OpenConflict::why));
  }
}
