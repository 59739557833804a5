package tandem.app.budget;

import com.atlassian.connect.spring.ContextJwt;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.budget.BudgetReport.Question;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Entrance;
import tandem.app.project.Listing;
import tandem.app.project.ProjectHabits;
import tandem.app.project.ProjectHabits.Habit;
import tandem.app.project.ProjectIndex;
import tandem.app.project.Visit;

/** {@code GET /api/project/{projectKey}/budget}, for the project's page and the gadget. */
@RestController
class BudgetApi {
  private final Entrance entrance;
  private final ProjectIndex index;
  private final ProjectHabits habits;
  private final Budgets budgets;

  BudgetApi(Entrance entrance, ProjectIndex index, ProjectHabits habits, Budgets budgets) {
    this.entrance = entrance;
    this.index = index;
    this.habits = habits;
    this.budgets = budgets;
  }

  @ContextJwt
  @GetMapping("/api/project/{projectKey}/budget")
  ResponseEntity<BudgetReport> budget(
      Caller caller,
      @PathVariable String projectKey,
      @RequestParam Optional<String> by,
      @RequestParam Optional<String> measure) {
    Visit visit = entrance.ofPageOrDashboard(caller, projectKey);
    Listing listing = index.of(visit);
    Question question = question(by, measure, habits.of(visit), listing);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(budgets.report(visit, listing, question));
  }

  /** A habit that the site cannot follow is passed over; a question that it cannot is refused. */
  private static Question question(
      Optional<String> by, Optional<String> measure, Habit habit, Listing listing) {
    boolean sprints = habit.bySprint() && !listing.fields().sprints().isEmpty();
    boolean estimates = habit.byEstimate() && !listing.fields().estimates().isEmpty();
    return new Question(
        by.map(BudgetApi::isSprint).orElse(sprints),
        measure.map(BudgetApi::measure).orElse(estimates ? Measure.ESTIMATE : Measure.COUNT));
  }

  private static boolean isSprint(String by) {
    return switch (by) {
      case "sprint" -> true;
      case "week" -> false;
      default -> throw unknown("by", "week or sprint");
    };
  }

  private static Measure measure(String measure) {
    return switch (measure) {
      case "estimate" -> Measure.ESTIMATE;
      case "count" -> Measure.COUNT;
      default -> throw unknown("measure", "count or estimate");
    };
  }

  private static ErrorResponseException unknown(String name, String values) {
    return Refusal.of(
        HttpStatus.BAD_REQUEST, "Not understood", "The parameter " + name + " is " + values + ".");
  }
}
