package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.sync.model.InstallationId;
import tandem.sync.queue.Census;

/** How this installation is doing, for its Jira admins. See docs/api.md. */
@ContextJwt
@RestController
class HealthApi {
  private final Admins admins;
  private final Mappings mappings;
  private final Problems problems;
  private final Census census;

  HealthApi(Admins admins, Mappings mappings, Problems problems, Census census) {
    this.admins = admins;
    this.mappings = mappings;
    this.problems = problems;
    this.census = census;
  }

  /**
   * @param works whether everything that is set up is being mirrored
   * @param problems what is not, one sentence each, for people: with what to do where something is
   *     to be done
   */
  record Health(boolean works, List<String> problems, Counts counts) {}

  /**
   * @param held deletions that wait for a yes
   * @param resting pairs with an issue that is gone: nothing is written on either side
   * @param oldestWaiting null where nothing waits
   * @param lastSweep null before the first one
   */
  record Counts(
      long mappings,
      long links,
      long waiting,
      long quarantined,
      long openConflicts,
      long held,
      long resting,
      @Nullable Instant oldestWaiting,
      @Nullable Instant lastSweep,
      long missed) {

    static Counts of(int mappings, Census.Counts counted) {
      return new Counts(
          mappings,
          counted.links(),
          counted.waiting(),
          counted.quarantined(),
          counted.conflicts(),
          counted.held(),
          counted.resting(),
          counted.oldestWaiting().orElse(null),
          counted.lastSweep().orElse(null),
          counted.missed());
    }
  }

  @GetMapping("/api/admin/health")
  Health health(Caller caller) {
    admins.require(caller);
    InstallationId tenant = caller.installation().id();
    int mapped = mappings.of(tenant).size();
    Census.Counts counted = census.of(tenant);
    List<String> found = problems.of(tenant, counted);
    return new Health(found.isEmpty() && mapped > 0, found, Counts.of(mapped, counted));
  }
}
