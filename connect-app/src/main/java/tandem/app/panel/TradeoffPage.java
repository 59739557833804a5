package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;

/**
 * The page of the module {@code tandem-tradeoff}, loaded by Jira in an iframe of the issue view.
 */
@RestController
class TradeoffPage {
  private final ServedPage served;

  TradeoffPage(ServedPage served) {
    this.served = served;
  }

  @ContextJwt
  @GetMapping("/panel/tradeoff")
  ResponseEntity<String> page(Caller caller) {
    return served.of(caller, "tradeoff", "Tradeoffs");
  }
}
