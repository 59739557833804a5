package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.decision.DecisionDraft;
import tandem.app.panel.decision.StoredDecision;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.document.RuleBroken;
import tandem.app.panel.site.DecisionSaves;
import tandem.app.panel.site.DecisionSaves.Seen;
import tandem.app.panel.site.PanelIssue;
import tandem.app.panel.site.Saved;
import tandem.sync.model.DecisionId;
import tandem.sync.model.IssueId;

/** Writing and deleting an issue's decisions, one at a time. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}/decisions/{decisionId}")
class DecisionsApi {
  private final PanelDoor door;
  private final DecisionSaves saves;

  DecisionsApi(PanelDoor door, DecisionSaves saves) {
    this.door = door;
    this.saves = saves;
  }

  /** All of the issue's. */
  record All(List<DecisionAnswer> decisions) {
    static All of(PanelIssue issue) {
      return new All(DecisionAnswer.of(StoredDecision.among(issue.properties())));
    }
  }

  @PutMapping
  All put(
      Caller caller,
      @PathVariable String issueId,
      @PathVariable String decisionId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    IssueId issue = door.editable(caller, issueId);
    Seen seen = new Seen(id(decisionId), Tags.seen(ifMatch));
    return answer(saves.put(caller, issue, seen, draft(body)), seen);
  }

  @DeleteMapping
  All delete(
      Caller caller,
      @PathVariable String issueId,
      @PathVariable String decisionId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    IssueId issue = door.editable(caller, issueId);
    Seen seen = new Seen(id(decisionId), Tags.seen(ifMatch));
    return answer(saves.delete(caller, issue, seen), seen);
  }

  private static All answer(Saved saved, Seen seen) {
    return switch (saved) {
      case Saved.Kept(PanelIssue issue) -> All.of(issue);
      case Saved.Overtaken(PanelIssue issue) ->
          throw PanelDocuments.overtaken(
              All.of(issue),
              PropertyText.tag(issue.property(StoredDecision.PREFIX + seen.id().value())));
    };
  }

  private static DecisionId id(String text) {
    return StoredDecision.parse(text)
        .orElseThrow(() -> broken("A decision's id has 1 to 64 of a-z, 0-9 and -."));
  }

  private static DecisionDraft draft(byte[] body) {
    JsonNode json = PanelDoor.json(body);
    if (!(json instanceof ObjectNode object)) {
      throw broken("The body is not a JSON object.");
    }
    try {
      return DecisionDraft.read(Members.of(object));
    } catch (RuleBroken rule) {
      throw broken("Not saved: " + rule.why() + ".");
    }
  }

  private static ErrorResponseException broken(String detail) {
    return Refusal.of(HttpStatus.BAD_REQUEST, "A value breaks a rule", detail);
  }
}
