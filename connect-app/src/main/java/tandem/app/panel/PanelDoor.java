package tandem.app.panel;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.site.Permissions;
import tandem.sync.model.IssueId;

/** Lets a panel's calls through to the issue that it stands in, and edits of those who may edit. */
@Component
class PanelDoor {
  private final Permissions permissions;

  PanelDoor(Permissions permissions) {
    this.permissions = permissions;
  }

  /** The issue of the token, where the address names it; every other issue is refused. */
  static Caller.Named issue(Caller caller, String issueId) {
    return caller
        .issue()
        .filter(named -> named.id().equals(issueId))
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.FORBIDDEN,
                "Not this panel's issue",
                "The token was made for another issue. Reload the page."));
  }

  /** The same for who may edit it. */
  IssueId editable(Caller caller, String issueId) {
    Caller.Named issue = issue(caller, issueId);
    if (!permissions.mayEdit(caller, issue.id())) {
      throw Refusal.of(
          HttpStatus.FORBIDDEN,
          "You may look, not edit",
          "Your permissions in Jira do not let you edit this issue. A project admin can change"
              + " that.");
    }
    return new IssueId(issue.id());
  }

  static JsonNode json(byte[] body) {
    return PropertyText.parse(body)
        .orElseThrow(() ->
            Refusal.of(HttpStatus.BAD_REQUEST, "A value breaks a rule", "The body is not JSON."));
  }
}
