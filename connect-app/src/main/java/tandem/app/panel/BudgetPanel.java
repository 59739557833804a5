package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.RuleBroken;

/** {@code /api/panel/issues/{issueId}/budget}, for the issue that the panel stands in. */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}/budget")
class BudgetPanel {
  private static final int LONGEST_NAME = 64;

  private final BudgetReading reading;
  private final BudgetSwitch budgets;
  private final PanelDoor door;

  BudgetPanel(BudgetReading reading, BudgetSwitch budgets, PanelDoor door) {
    this.reading = reading;
    this.budgets = budgets;
    this.door = door;
  }

  @GetMapping
  ResponseEntity<IssueBudget> budget(Caller caller, @PathVariable String issueId) {
    return answer(caller, PanelDoor.issue(caller, issueId));
  }

  /** Puts the issue on another budget, or on none. */
  @PutMapping
  ResponseEntity<IssueBudget> put(
      Caller caller, @PathVariable String issueId, @RequestBody byte[] body) {
    budgets.to(caller, door.editable(caller, issueId), name(body));
    return answer(caller, PanelDoor.issue(caller, issueId));
  }

  private ResponseEntity<IssueBudget> answer(Caller caller, Caller.Named issue) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reading.of(caller, issue));
  }

  private static String name(byte[] body) {
    try {
      return PanelDoor.json(body) instanceof ObjectNode object
          ? Members.of(object).text("budget", LONGEST_NAME)
          : "";
    } catch (RuleBroken broken) {
      throw Refusal.of(HttpStatus.BAD_REQUEST, "A value breaks a rule", broken.why() + ".");
    }
  }
}
