package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.model.Side;
import tandem.sync.store.DriftCause;
import tandem.sync.store.DriftLog;
import tandem.sync.store.SweepMarks.Mark;

/** The search for what events missed, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings/{projectKey}/sweep")
class SweepApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final MappedReplicas replicas;
  private final Sweeps sweeps;

  SweepApi(Admins admins, Tenancy tenancy, MappedReplicas replicas, Sweeps sweeps) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.replicas = replicas;
    this.sweeps = sweeps;
  }

  /** Null where a side was never gone through. */
  record State(@Nullable SideState jira, @Nullable SideState linear) {}

  /** {@code drift} counts what all sweeps found, by cause. */
  record SideState(
      Instant reached, Instant sweptAt, long missed, long underWay, Map<String, Long> drift) {

    static SideState of(Mark mark, List<DriftLog.Entry> drift) {
      Map<String, Long> counts = new LinkedHashMap<>();
      drift.forEach(it -> counts.put(nameOf(it.cause()), it.found()));
      return new SideState(mark.reached(), mark.sweptAt(), mark.missed(), mark.underWay(), counts);
    }

    private static String nameOf(DriftCause cause) {
      return switch (cause) {
        case MISSED -> "missed";
        case UNDER_WAY -> "underWay";
        case OVERWRITTEN -> "overwritten";
        case NATIVE_SYNC -> "nativeSync";
        case NEVER_LINKED -> "neverLinked";
      };
    }
  }

  @GetMapping
  State state(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    return new State(side(mapping, Side.LEFT), side(mapping, Side.RIGHT));
  }

  private @Nullable SideState side(Mapping mapping, Side side) {
    return sweeps
        .mark(mapping, side)
        .map(mark -> SideState.of(mark, sweeps.drift(mapping, side)))
        .orElse(null);
  }

  /** Begins one beside the regular ones. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  void run(Caller caller, @PathVariable String projectKey) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    replicas
        .pauseOf(mapping)
        .ifPresent(why -> {
          throw Refusal.of(HttpStatus.CONFLICT, "The mapping is paused", why);
        });
    sweeps.begin(mapping);
  }
}
