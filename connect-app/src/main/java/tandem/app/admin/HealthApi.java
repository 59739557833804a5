package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Connections;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;

/** How this installation is doing, for its Jira admins. See docs/api.md. */
@ContextJwt
@RestController
class HealthApi {
  private final Admins admins;
  private final Connections connections;
  private final Mappings mappings;
  private final MappedReplicas replicas;

  HealthApi(Admins admins, Connections connections, Mappings mappings, MappedReplicas replicas) {
    this.admins = admins;
    this.connections = connections;
    this.mappings = mappings;
    this.replicas = replicas;
  }

  /**
   * @param works whether everything that is set up is being mirrored
   * @param problems one sentence each, for people
   */
  record Health(boolean works, List<String> problems) {}

  @GetMapping("/api/admin/health")
  Health health(Caller caller) {
    admins.require(caller);
    var tenant = caller.installation().id();
    List<Mapping> all = mappings.of(tenant);
    List<String> problems =
        connections.find(tenant).isEmpty()
            ? List.of("Linear is not connected: a Jira admin has to connect it.")
            : all.stream().flatMap(it -> replicas.pauseOf(it).stream()).distinct().toList();
    return new Health(problems.isEmpty() && !all.isEmpty(), problems);
  }
}
