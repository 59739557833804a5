package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;

/** The first full pass over a mapping, and any later one, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings/{projectKey}/backfill")
class BackfillApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Backfills backfills;
  private final InstantSource clock;

  BackfillApi(Admins admins, Tenancy tenancy, Backfills backfills, InstantSource clock) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.backfills = backfills;
    this.clock = clock;
  }

  /** Starts one, or answers with the one that is running. */
  @PostMapping
  ResponseEntity<BackfillAnswer> start(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.workable(caller, projectKey);
    backfills.begin(mapping);
    return ResponseEntity.accepted().body(answer(mapping));
  }

  @GetMapping
  BackfillAnswer state(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    return answer(tenancy.mapping(caller, projectKey));
  }

  /** Ends a running one; what it linked stays linked. */
  @DeleteMapping
  BackfillAnswer cancel(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    if (!backfills.cancel(mapping)) {
      throw Refusal.of(
          HttpStatus.CONFLICT, "Nothing to cancel", "No backfill of this project is running.");
    }
    return answer(mapping);
  }

  private BackfillAnswer answer(Mapping mapping) {
    return backfills
        .find(mapping)
        .map(run -> BackfillAnswer.of(run, clock.instant(), backfills.refusals(mapping)))
        .orElse(BackfillAnswer.NEVER);
  }
}
