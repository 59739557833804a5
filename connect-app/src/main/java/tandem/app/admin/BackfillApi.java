package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;

/** The first full pass over a mapping, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings/{projectKey}/backfill")
class BackfillApi {
  private final Admins admins;
  private final Mappings mappings;
  private final MappedReplicas replicas;
  private final Backfills backfills;

  BackfillApi(Admins admins, Mappings mappings, MappedReplicas replicas, Backfills backfills) {
    this.admins = admins;
    this.mappings = mappings;
    this.replicas = replicas;
    this.backfills = backfills;
  }

  /** {@code state} is {@code never}, {@code running}, {@code done} or {@code stopped}. */
  record Answer(
      String state,
      @Nullable String said,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {

    static Answer of(Backfills.Run run) {
      return new Answer(
          run.state().name().toLowerCase(Locale.ROOT),
          run.said(),
          run.startedAt(),
          run.finishedAt().orElse(null));
    }
  }

  /** Starts one, or answers with the one that is running. */
  @PostMapping
  ResponseEntity<Answer> start(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = mapping(caller, projectKey);
    replicas
        .pauseOf(mapping)
        .ifPresent(why -> {
          throw Refusal.of(HttpStatus.CONFLICT, "The mapping is paused", why);
        });
    backfills.start(mapping);
    return ResponseEntity.accepted().body(answer(mapping));
  }

  @GetMapping
  Answer state(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    return answer(mapping(caller, projectKey));
  }

  private Answer answer(Mapping mapping) {
    return backfills
        .find(mapping.id())
        .map(Answer::of)
        .orElseGet(() -> new Answer("never", null, null, null));
  }

  private Mapping mapping(Caller caller, String projectKey) {
    return mappings
        .ofProjectKey(caller.installation().id(), projectKey)
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.NOT_FOUND,
                "No mapping",
                "The project " + projectKey + " is not mapped to a Linear team."));
  }
}
