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
import tandem.app.panel.tradeoff.Tradeoff;
import tandem.app.panel.tradeoff.TradeoffKind;

/** What is traded on an issue. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}/tradeoff")
class TradeoffApi {
  private static final TradeoffKind KIND = new TradeoffKind();

  private final PanelDocuments documents;
  private final PanelReading reading;

  TradeoffApi(PanelDocuments documents, PanelReading reading) {
    this.documents = documents;
    this.reading = reading;
  }

  @GetMapping
  ResponseEntity<TradeoffAnswer> read(Caller caller, @PathVariable String issueId) {
    return documents.read(caller, issueId, shown(caller));
  }

  @PutMapping
  ResponseEntity<TradeoffAnswer> save(
      Caller caller,
      @PathVariable String issueId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    return documents.save(caller, issueId, new Sent(ifMatch, PanelDoor.json(body)), shown(caller));
  }

  private Shown<Tradeoff, TradeoffAnswer> shown(Caller caller) {
    return new Shown<>(
        KIND, issue -> reading.withDecisions(caller, issue, reading.of(caller, issue, KIND)));
  }
}
