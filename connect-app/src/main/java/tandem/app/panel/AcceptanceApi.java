package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.panel.PanelDocuments.Sent;
import tandem.app.panel.PanelDocuments.Shown;
import tandem.app.panel.acceptance.Acceptance;
import tandem.app.panel.acceptance.AcceptanceKind;

/** The acceptance criteria of an issue. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}/acceptance")
class AcceptanceApi {
  private static final AcceptanceKind KIND = new AcceptanceKind();

  private final PanelDocuments documents;
  private final PanelReading reading;

  AcceptanceApi(PanelDocuments documents, PanelReading reading) {
    this.documents = documents;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<PanelAnswer> read(Caller caller, @PathVariable String issueId) {
    return documents.read(caller, issueId, shown(caller));
  }

  @PutMapping
  ResponseEntity<PanelAnswer> save(
      Caller caller,
      @PathVariable String issueId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    return documents.save(caller, issueId, new Sent(ifMatch, PanelDoor.json(body)), shown(caller));
  }

  private Shown<Acceptance, PanelAnswer> shown(Caller caller) {
    return new Shown<>(KIND, issue -> reading.of(caller, issue, KIND));
  }
}
