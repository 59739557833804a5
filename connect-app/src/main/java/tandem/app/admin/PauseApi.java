package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.connection.Pauses;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.Engine;
import tandem.sync.model.InstallationId;

/** Stopping and going on, by a person. Each may be said twice. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin")
class PauseApi {
  private static final Logger LOG = LoggerFactory.getLogger(PauseApi.class);

  private final Admins admins;
  private final Tenancy tenancy;
  private final Pauses pauses;
  private final Engine engine;

  PauseApi(Admins admins, Tenancy tenancy, Pauses pauses, Engine engine) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.pauses = pauses;
    this.engine = engine;
  }

  /** What is under way is finished; nothing more is begun. */
  @PostMapping("/mappings/{projectKey}/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pause(Caller caller, @PathVariable String projectKey) {
    String admin = admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    pauses.pause(mapping.installation(), mapping.id(), admin);
    LOG.info("Mapping {} was paused by an admin", mapping.id().value());
  }

  @PostMapping("/mappings/{projectKey}/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    pauses.resume(mapping.installation(), mapping.id());
    engine.resume(mapping.installation());
    LOG.info("Mapping {} was resumed by an admin", mapping.id().value());
  }

  /** All mappings at once; those that were paused by themselves stay so after the resume. */
  @PostMapping("/linear/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pause(Caller caller) {
    String admin = admins.require(caller);
    InstallationId tenant = caller.installation().id();
    pauses.pause(tenant, null, admin);
    LOG.info("Installation {} was paused by an admin", tenant.value());
  }

  @PostMapping("/linear/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(Caller caller) {
    admins.require(caller);
    InstallationId tenant = caller.installation().id();
    pauses.resume(tenant, null);
    engine.resume(tenant);
    LOG.info("Installation {} was resumed by an admin", tenant.value());
  }
}
