package tandem.app.warning;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.project.Entrance;
import tandem.app.project.Listing;
import tandem.app.project.ProjectIndex;
import tandem.app.project.Visit;

/** {@code GET /api/project/{projectKey}/warnings}. See docs/project-page.md. */
@RestController
class WarningApi {
  private final Entrance entrance;
  private final ProjectIndex index;
  private final ProjectWarnings warnings;

  WarningApi(Entrance entrance, ProjectIndex index, ProjectWarnings warnings) {
    this.entrance = entrance;
    this.index = index;
    this.warnings = warnings;
  }

  @ContextJwt
  @GetMapping("/api/project/{projectKey}/warnings")
  ResponseEntity<WarningsAnswer> warnings(Caller caller, @PathVariable String projectKey) {
    Visit visit = entrance.ofPage(caller, projectKey);
    Listing listing = index.of(visit);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(WarningsAnswer.of(listing, warnings.of(visit, listing)));
  }
}
