package tandem.app.connection;

import com.atlassian.connect.spring.IgnoreJwt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tandem.sync.engine.Engine;

/**
 * Where Linear sends the admin's browser after the consent. No token of Jira comes with it: the
 * state says which installation and which admin started it.
 */
@IgnoreJwt
@RestController
class LinearCallback {
  private static final Logger LOG = LoggerFactory.getLogger(LinearCallback.class);

  private final LinearConnecting connecting;
  private final Engine engine;

  LinearCallback(LinearConnecting connecting, Engine engine) {
    this.connecting = connecting;
    this.engine = engine;
  }

  @GetMapping("/linear/callback")
  ResponseEntity<String> callback(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error) {
    if (state.isEmpty() || code.isEmpty()) {
      boolean denied = "access_denied".equals(error);
      return page(
          400,
          "Linear is not connected",
          denied
              ? "The access was not granted. Nothing has changed."
              : "Linear sent no authorisation code. Start the connection again in Jira.");
    }
    return switch (connecting.finish(state, code)) {
      case LinearConnecting.Finished.Connected done -> connected(done);
      case LinearConnecting.Finished.Refused(String why) ->
          page(400, "Linear is not connected", why);
    };
  }

  private ResponseEntity<String> connected(LinearConnecting.Finished.Connected done) {
    engine.resume(done.installation());
    LOG.info("Installation {} is connected to Linear", done.installation().value());
    return page(
        200,
        "Linear is connected",
        "The workspace "
            + done.workspace()
            + " is connected to "
            + done.site()
            + ". You can close this window and go back to Jira.");
  }

  private static ResponseEntity<String> page(int status, String title, String text) {
    String html =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%1$s</title>
        <h1>%1$s</h1>
        <p>%2$s</p>
        </html>
        """
            .formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text));
    return ResponseEntity.status(status)
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .body(html);
  }
}
