package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
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
import tandem.app.panel.impact.Impact;
import tandem.app.panel.impact.ImpactKind;
import tandem.app.panel.site.Issues;
import tandem.app.panel.site.Neighbours;
import tandem.app.panel.site.Neighbours.Neighbour;
import tandem.sync.model.IssueId;

/** What an issue is worth, and the rated issues beside it. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}")
class ImpactApi {
  private static final ImpactKind KIND = new ImpactKind();

  private final PanelDocuments documents;
  private final PanelReading reading;
  private final Issues issues;
  private final Neighbours neighbours;

  ImpactApi(PanelDocuments documents, PanelReading reading, Issues issues, Neighbours neighbours) {
    this.documents = documents;
    this.reading = reading;
    this.issues = issues;
    this.neighbours = neighbours;
  }

  @GetMapping("/impact")
  ResponseEntity<PanelAnswer> read(Caller caller, @PathVariable String issueId) {
    return documents.read(caller, issueId, shown(caller));
  }

  @PutMapping("/impact")
  ResponseEntity<PanelAnswer> save(
      Caller caller,
      @PathVariable String issueId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    return documents.save(caller, issueId, new Sent(ifMatch, PanelDoor.json(body)), shown(caller));
  }

  private Shown<Impact, PanelAnswer> shown(Caller caller) {
    return new Shown<>(KIND, issue -> reading.of(caller, issue, KIND));
  }

  record Rated(List<Neighbour> neighbours) {}

  @GetMapping("/neighbours")
  Rated neighbours(Caller caller, @PathVariable String issueId) {
    IssueId id = new IssueId(PanelDoor.issue(caller, issueId).id());
    return new Rated(neighbours.of(caller, issues.read(caller.installation(), id)));
  }
}
