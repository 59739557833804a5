package tandem.app.panel;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;

/**
 * How every page for an iframe is served: never cached, framed by the caller's own Jira only. It
 * holds nothing of the caller's: its script asks the API with a fresh token.
 */
@Component
class ServedPage {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final PanelHtml html;
  private final PanelPolicy policy;

  ServedPage(PanelHtml html, PanelPolicy policy) {
    this.html = html;
    this.policy = policy;
  }

  ResponseEntity<String> of(Caller caller, String entry, String title) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy.of(caller.installation()))
        .header("Referrer-Policy", "no-referrer")
        .body(html.page(entry, title));
  }
}
