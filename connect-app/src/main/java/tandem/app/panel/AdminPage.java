package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;

/**
 * The page of the module {@code tandem-admin}, loaded by Jira in an iframe of its administration.
 * An empty frame for everybody: who is no admin is told so by the API that it asks.
 */
@RestController
class AdminPage {
  private final ServedPage served;

  AdminPage(ServedPage served) {
    this.served = served;
  }

  @ContextJwt
  @GetMapping("/panel/admin")
  ResponseEntity<String> page(Caller caller) {
    return served.of(caller, "admin", "Tandem");
  }
}
