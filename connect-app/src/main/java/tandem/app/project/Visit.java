package tandem.app.project;

import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Installation;
import tandem.sync.model.InstallationId;

/** A person who looks at a project that they may browse. */
public record Visit(Installation installation, String accountId, Mapping.Project project) {

  public InstallationId tenant() {
    return installation.id();
  }
}
