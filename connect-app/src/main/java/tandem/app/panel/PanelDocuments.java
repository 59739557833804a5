package tandem.app.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.site.DocumentSaves;
import tandem.app.panel.site.Issues;
import tandem.app.panel.site.PanelIssue;
import tandem.app.panel.site.Saved;
import tandem.sync.model.IssueId;

/** Reads and saves a panel's document, and answers with its tag. */
@Component
class PanelDocuments {
  private final PanelDoor door;
  private final Issues issues;
  private final DocumentSaves saves;
  private final LookAhead ahead;

  PanelDocuments(PanelDoor door, Issues issues, DocumentSaves saves, LookAhead ahead) {
    this.door = door;
    this.issues = issues;
    this.saves = saves;
    this.ahead = ahead;
  }

  /** What a browser sent to be saved. */
  record Sent(@Nullable String ifMatch, JsonNode body) {}

  /** A kind of document, and what its panel shows of an issue. */
  record Shown<D extends Record, A>(DocumentKind<D> kind, Function<PanelIssue, A> answer) {}

  <D extends Record, A> ResponseEntity<A> read(Caller caller, String issueId, Shown<D, A> shown) {
    IssueId id = new IssueId(PanelDoor.issue(caller, issueId).id());
    ahead.begin(caller, id);
    return answer(issues.read(caller.installation(), id), shown);
  }

  <D extends Record, A> ResponseEntity<A> save(
      Caller caller, String issueId, Sent sent, Shown<D, A> shown) {
    IssueId id = door.editable(caller, issueId);
    var wanted = new DocumentSaves.Wanted<>(shown.kind(), Tags.seen(sent.ifMatch()), sent.body());
    return switch (saves.save(caller, id, wanted)) {
      case Saved.Kept(PanelIssue issue) -> answer(issue, shown);
      case Saved.Overtaken(PanelIssue issue) ->
          throw overtaken(shown.answer().apply(issue), tag(issue, shown.kind()));
    };
  }

  private static <D extends Record, A> ResponseEntity<A> answer(
      PanelIssue issue, Shown<D, A> shown) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .eTag(tag(issue, shown.kind()))
        .body(shown.answer().apply(issue));
  }

  private static <D extends Record> String tag(PanelIssue issue, DocumentKind<D> kind) {
    return PropertyText.tag(issue.property(kind.property()));
  }

  /** What somebody else saved, for the browser to merge into. */
  static ErrorResponseException overtaken(@Nullable Object current, String tag) {
    ErrorResponseException refusal =
        Refusal.of(
            HttpStatus.PRECONDITION_FAILED,
            "Somebody saved meanwhile",
            "Nothing was overwritten. Your changes are brought together with theirs and saved.");
    refusal.getBody().setProperty("current", current);
    refusal.getBody().setProperty("etag", tag);
    return refusal;
  }
}
