package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;

/**
 * The page of the module {@code tandem-tradeoff}, loaded by Jira in an iframe of the issue view. It
 * holds no content of the issue: the page's script asks the API with a fresh token.
 */
@RestController
class TradeoffPage {
  private final PanelHtml html;
  private final PanelPolicy policy;

  TradeoffPage(PanelHtml html, PanelPolicy policy) {
    this.html = html;
    this.policy = policy;
  }

  @ContextJwt
  @GetMapping("/panel/tradeoff")
  ResponseEntity<String> page(Caller caller) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy.of(caller.installation()))
        .header("Referrer-Policy", "no-referrer")
        .body(html.page("tradeoff", "Tradeoffs"));
  }
}
