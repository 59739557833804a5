package tandem.app.warning;

import com.atlassian.connect.spring.ContextJwt;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.budget.Budgets;
import tandem.app.budget.Verdict;
import tandem.app.lifecycle.Caller;
import tandem.app.project.Entrance;
import tandem.app.project.Listing;
import tandem.app.project.ProjectIndex;
import tandem.app.project.Visit;
import tandem.app.warning.Warning.Kind;

/** {@code GET /api/project/{projectKey}/warnings}. See docs/project-page.md. */
@RestController
class WarningApi {
  private static final int MOST = 500;

  private final Entrance entrance;
  private final ProjectIndex index;
  private final Budgets budgets;
  private final InstantSource clock;

  WarningApi(Entrance entrance, ProjectIndex index, Budgets budgets, InstantSource clock) {
    this.entrance = entrance;
    this.index = index;
    this.budgets = budgets;
    this.clock = clock;
  }

  /** The most pressing first, at most 500. */
  record Warnings(List<Warning> warnings) {}

  @ContextJwt
  @GetMapping("/api/project/{projectKey}/warnings")
  ResponseEntity<Warnings> warnings(Caller caller, @PathVariable String projectKey) {
    Visit visit = entrance.ofPage(caller, projectKey);
    Listing listing = index.of(visit);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Warning> all =
        Stream.concat(
                budgets.lately(visit, listing).stream().flatMap(WarningApi::drift),
                listing.issues().stream().flatMap(it -> IssueWarnings.of(it, today).stream()))
            .sorted(Warning.MOST_PRESSING_FIRST)
            .limit(MOST)
            .toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Warnings(all));
  }

  /** Only what is owed: what one budget borrowed another is owed. */
  private static Stream<Warning> drift(Verdict verdict) {
    return verdict.state() == Verdict.State.UNDER
        ? Stream.of(
            new Warning(Kind.BUDGET, null, "In the last four weeks " + verdict.words(), null, 65))
        : Stream.empty();
  }
}
