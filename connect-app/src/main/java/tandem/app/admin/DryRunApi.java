package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.DryRun;
import tandem.sync.engine.Forecast;

/** What a backfill and the turns after it would do, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings/{projectKey}/dry-run")
class DryRunApi {
  /** Pairs a page where their decisions are read: two calls each, in the time of one request. */
  static final int PAIRS_READ = 20;

  private final Admins admins;
  private final Tenancy tenancy;
  private final DryRun dryRun;

  DryRunApi(Admins admins, Tenancy tenancy, DryRun dryRun) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.dryRun = dryRun;
  }

  /**
   * A page.
   *
   * @param pairs those at which something would happen
   * @param looked Linear issues that were looked at for it
   * @param unchanged linked pairs at which nothing would happen
   */
  record Page(List<DryRunPair> pairs, int looked, int unchanged, @Nullable String next) {}

  @GetMapping
  Page page(
      Caller caller,
      @PathVariable String projectKey,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "false") boolean decisions) {
    admins.require(caller);
    Mapping mapping = tenancy.workable(caller, projectKey);
    DryRunPlace place = DryRunPlace.of(after);
    var scope = new DryRun.Scope(mapping.installation(), mapping.id(), place.cursor());
    Forecast forecast = Failures.valueOf(dryRun.page(scope));
    int atMost = decisions ? PAIRS_READ : forecast.pairs().size();
    List<DryRunPair> all =
        forecast.pairs().stream()
            .skip(place.skip())
            .limit(atMost)
            .map(pair -> answer(scope, pair, decisions))
            .toList();
    List<DryRunPair> shown = all.stream().filter(it -> !it.isIdle()).toList();
    Optional<DryRunPlace> next = place.after(all.size(), forecast);
    return new Page(
        shown,
        place.skip() == 0 ? forecast.looked() : 0,
        all.size() - shown.size(),
        next.map(DryRunPlace::text).orElse(null));
  }

  private DryRunPair answer(DryRun.Scope scope, Forecast.Pair pair, boolean decisions) {
    return decisions
        ? DryRunPair.of(pair, Failures.valueOf(dryRun.decisions(scope, pair)))
        : DryRunPair.of(pair);
  }
}
