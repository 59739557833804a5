package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;

/** {@code GET /api/panel/issues/{issueId}/budget}, for the issue that the panel stands in. */
@RestController
class BudgetPanel {
  private final BudgetReading reading;

  BudgetPanel(BudgetReading reading) {
    this.reading = reading;
  }

  @ContextJwt
  @GetMapping("/api/panel/issues/{issueId}/budget")
  ResponseEntity<IssueBudget> budget(Caller caller, @PathVariable String issueId) {
    Caller.Named issue =
        caller
            .issue()
            .filter(named -> named.id().equals(issueId))
            .orElseThrow(() ->
                Refusal.of(
                    HttpStatus.FORBIDDEN,
                    "Not this panel's issue",
                    "The token was made for another issue. Reload the page."));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reading.of(caller, issue));
  }
}
