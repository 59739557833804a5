package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.store.Partings;

/** The mappings, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings")
class MappingsApi {
  private final Admins admins;
  private final Mappings mappings;
  private final MappedReplicas replicas;
  private final MappingSetup setup;
  private final Tenancy tenancy;
  private final Partings partings;

  MappingsApi(
      Admins admins,
      Mappings mappings,
      MappedReplicas replicas,
      MappingSetup setup,
      Tenancy tenancy,
      Partings partings) {
    this.tenancy = tenancy;
    this.partings = partings;
    this.admins = admins;
    this.mappings = mappings;
    this.replicas = replicas;
    this.setup = setup;
  }

  record All(List<MappingAnswer> mappings) {}

  @GetMapping
  All all(Caller caller) {
    admins.require(caller);
    return new All(mappings.of(caller.installation().id()).stream().map(this::answer).toList());
  }

  @GetMapping("/{projectKey}")
  MappingAnswer one(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    return answer(
        mappings
            .ofProjectKey(caller.installation().id(), projectKey)
            .orElseThrow(() ->
                Refusal.of(
                    HttpStatus.NOT_FOUND,
                    "No mapping",
                    "The project " + projectKey + " is not mapped to a Linear team.")));
  }

  @PutMapping("/{projectKey}")
  MappingAnswer put(
      Caller caller, @PathVariable String projectKey, @RequestBody MappingRequest request) {
    admins.require(caller);
    return answer(setup.put(caller.installation(), projectKey, request.checked()));
  }

  /** {@code said} is one sentence for the admin. */
  record Removed(String said) {}

  /**
   * Removes the mapping with all that Tandem knows of its links; both trackers stay as they are.
   * What a crash leaves half removed is removed by asking again.
   */
  @DeleteMapping("/{projectKey}")
  Removed remove(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    int links = partings.removeMapping(mapping.installation(), mapping.id());
    mappings.remove(mapping);
    int late = partings.removeMapping(mapping.installation(), mapping.id());
    return new Removed(
        "The mapping of "
            + mapping.project().key()
            + " is removed, and so are its links ("
            + (links + late)
            + "). Issues, labels and documents in Jira and in Linear stay as they are.");
  }

  private MappingAnswer answer(Mapping mapping) {
    return MappingAnswer.of(mapping, replicas.pauseOf(mapping).orElse(null));
  }
}
