package tandem.app.matrix;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.matrix.MatrixAnswer.Row;
import tandem.app.project.Entrance;
import tandem.app.project.ProjectIndex;
import tandem.app.project.ProjectIssue;
import tandem.app.project.Visit;

/** The impact/effort matrix of a project. See docs/project-page.md. */
@ContextJwt
@RestController
@RequestMapping("/api/project/{projectKey}")
class MatrixApi {
  private final Entrance entrance;
  private final ProjectIndex index;
  private final Mappings mappings;
  private final Ratings ratings;

  MatrixApi(Entrance entrance, ProjectIndex index, Mappings mappings, Ratings ratings) {
    this.entrance = entrance;
    this.index = index;
    this.mappings = mappings;
    this.ratings = ratings;
  }

  @GetMapping("/matrix")
  ResponseEntity<MatrixAnswer> matrix(Caller caller, @PathVariable String projectKey) {
    Visit visit = entrance.ofPage(caller, projectKey);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(MatrixAnswer.of(index.of(visit), budgets(visit), entrance.mayEdit(visit)));
  }

  @PutMapping("/issues/{issueId}/rating")
  Row rate(
      Caller caller,
      @PathVariable String projectKey,
      @PathVariable String issueId,
      @RequestBody Rating rating) {
    Visit visit = entrance.ofPage(caller, projectKey);
    ProjectIssue issue = index.of(visit).find(issueId).orElseThrow(Ratings::gone);
    ratings.rate(visit, issue.name().id(), rating.checked());
    return Row.of(issue, budgets(visit)).rated(rating);
  }

  private List<MappedBudget> budgets(Visit visit) {
    return mappings
        .ofProject(visit.tenant(), visit.project().id())
        .map(Mapping::budgets)
        .orElse(List.of());
  }
}
