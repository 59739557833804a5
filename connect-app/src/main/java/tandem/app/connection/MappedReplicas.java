package tandem.app.connection;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Installations;
import tandem.app.lifecycle.JiraCredentials;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.jira.JiraHttp;
import tandem.sync.jira.JiraReplica;
import tandem.sync.linear.LinearHttp;
import tandem.sync.linear.LinearReplica;
import tandem.sync.model.MappingId;
import tandem.sync.replica.Replica;

/**
 * Opens the two sides of a mapping with the tenant's own rights, or says why it is paused. For what
 * a person waits for; background work goes through {@link BackgroundReplicas}.
 */
@Component
public class MappedReplicas {
  private final Installations installations;
  private final Mappings mappings;
  private final Pauses pauses;
  private final Sides sides;

  MappedReplicas(Installations installations, Mappings mappings, Pauses pauses, Sides sides) {
    this.installations = installations;
    this.mappings = mappings;
    this.pauses = pauses;
    this.sides = sides;
  }

  /** Makes no remote call. */
  public Opened open(MappingId id) {
    Optional<Mapping> mapping = mappings.find(id);
    if (mapping.isEmpty()) {
      return new Opened.Paused("The mapping was removed.");
    }
    Optional<Installation> installation =
        installations.find(mapping.get().installation()).filter(Installation::installed);
    if (installation.isEmpty()) {
      return new Opened.Paused("Tandem was uninstalled from this Jira site.");
    }
    return pauseOf(mapping.get())
        .<Opened>map(Opened.Paused::new)
        .orElseGet(() -> ready(mapping.get(), installation.get()));
  }

  /** Why a mapping cannot be worked on, in words for people; empty when it can. */
  public Optional<String> pauseOf(Mapping mapping) {
    return pauses.of(mapping);
  }

  private Opened ready(Mapping mapping, Installation installation) {
    return new Opened.Ready(
        sides.left(mapping, installation), sides.right(mapping), mapping.rules());
  }

  /** How each side is called. */
  @Component
  static class Sides {
    private final LinearApplication application;
    private final JiraCredentials jira;
    private final LinearTokens linear;
    private final Clients clients;

    Sides(
        LinearApplication application, JiraCredentials jira, LinearTokens linear, Clients clients) {
      this.application = application;
      this.jira = jira;
      this.linear = linear;
      this.clients = clients;
    }

    Replica left(Mapping mapping, Installation installation) {
      return new JiraReplica(
          mapping.left(installation.site()), jira.of(installation.id()), clients.jira());
    }

    Replica right(Mapping mapping) {
      return new LinearReplica(
          mapping.right(application.endpoints().api()),
          linear.of(mapping.installation()),
          clients.linear());
    }
  }

  /** The process's two HTTP clients. */
  public record Clients(JiraHttp jira, LinearHttp linear) {}
}
