package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;

/**
 * The pages of the remaining modules, loaded by Jira in iframes of the issue view, of the project
 * and of dashboards. Empty frames: what they show is asked of the API.
 */
@ContextJwt
@RestController
class PanelPages {
  private final ServedPage served;

  PanelPages(ServedPage served) {
    this.served = served;
  }

  @GetMapping("/panel/acceptance")
  ResponseEntity<String> acceptance(Caller caller) {
    return served.of(caller, "acceptance", "Acceptance criteria");
  }

  @GetMapping("/panel/impact")
  ResponseEntity<String> impact(Caller caller) {
    return served.of(caller, "impact", "Business impact");
  }

  @GetMapping("/panel/project")
  ResponseEntity<String> project(Caller caller) {
    return served.of(caller, "project", "Tandem");
  }

  @GetMapping("/panel/gadget")
  ResponseEntity<String> gadget(Caller caller) {
    return served.of(caller, "gadget", "Tech-debt budget");
  }
}
