package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.panel.FirstLook.Question;
import tandem.app.panel.ServedPage.Page;

/**
 * The pages of the modules, loaded by Jira in iframes of the issue view, of the project, of
 * dashboards and of its administration. Who may not see what a page is about is told so by the API:
 * by the answer that its page brings along, or when its script asks.
 */
@ContextJwt
@RestController
class PanelPages {
  private final ServedPage served;
  private final Page acceptance;
  private final Page impact;
  private final Page tradeoff;

  PanelPages(ServedPage served, Documents documents) {
    this.served = served;
    this.acceptance =
        new Page("acceptance", "Acceptance criteria", List.of(documents.acceptance()));
    this.impact = new Page("impact", "Business impact", List.of(documents.impact()));
    this.tradeoff =
        new Page("tradeoff", "Tradeoffs", List.of(documents.tradeoff(), documents.budget()));
  }

  @GetMapping("/panel/acceptance")
  void acceptance(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, acceptance, response);
  }

  @GetMapping("/panel/impact")
  void impact(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, impact, response);
  }

  @GetMapping("/panel/tradeoff")
  void tradeoff(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, tradeoff, response);
  }

  @GetMapping("/panel/project")
  void project(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, new Page("project", "Tandem", List.of()), response);
  }

  @GetMapping("/panel/gadget")
  void gadget(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, new Page("gadget", "Tech-debt budget", List.of()), response);
  }

  @GetMapping("/panel/admin")
  void admin(Caller caller, HttpServletResponse response) throws IOException {
    served.send(caller, new Page("admin", "Tandem", List.of()), response);
  }

  /** The API's own questions about an issue. */
  @Component
  record Documents(
      AcceptanceApi acceptances, ImpactApi impacts, TradeoffApi tradeoffs, BudgetPanel budgets) {
    Question acceptance() {
      return new Question("acceptance", acceptances::read);
    }

    Question impact() {
      return new Question("impact", impacts::read);
    }

    Question tradeoff() {
      return new Question("tradeoff", tradeoffs::read);
    }

    Question budget() {
      return new Question("budget", budgets::budget);
    }
  }
}
