package tandem.app.webhook;

import com.atlassian.connect.spring.IgnoreJwt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.LinearWebhooks;
import tandem.sync.linear.LinearEvent;

/**
 * Linear's events, for all workspaces that authorised the application. Signed over the raw body and
 * at most a minute old; then the event is kept and answered, nothing else. A delivery that comes
 * twice is harmless, so its id is not kept.
 *
 * @see <a href="https://linear.app/developers/webhooks">Webhooks</a>
 */
@IgnoreJwt
@RestController
class LinearWebhook {
  private static final Logger LOG = LoggerFactory.getLogger(LinearWebhook.class);

  private final LinearSignature signature;
  private final LinearNews news;
  private final LinearWebhooks webhooks;

  LinearWebhook(LinearSignature signature, LinearNews news, LinearWebhooks webhooks) {
    this.signature = signature;
    this.news = news;
    this.webhooks = webhooks;
  }

  @PostMapping("/webhooks/linear")
  ResponseEntity<Void> receive(
      @RequestHeader(name = "Linear-Signature", defaultValue = "") String signed,
      @RequestHeader(name = "Linear-Delivery", defaultValue = "") String delivery,
      @RequestBody byte[] body) {
    return switch (signature.check(signed, body)) {
      case FRESH -> keep(body, delivery);
      case FORGED, OLD -> refuse(HttpStatus.UNAUTHORIZED, "its signature is wrong or too old");
      case UNREADABLE -> refuse(HttpStatus.BAD_REQUEST, "its body is not a webhook's JSON");
    };
  }

  private ResponseEntity<Void> keep(byte[] body, String delivery) {
    Envelope.read(body)
        .ifPresent(envelope -> webhooks.heard(envelope.organizationId(), envelope.webhookId()));
    switch (LinearEvent.parse(body)) {
      case LinearEvent.IssueSeen seen -> news.seen(seen);
      case LinearEvent.IssueTouched touched -> news.touched(touched);
      case LinearEvent.DecisionSeen decision -> news.decision(decision);
      case LinearEvent.DocumentTouched touched -> news.touched(touched);
      case LinearEvent.Ignored(String event) ->
          LOG.debug("Linear event {} ignored, delivery {}", event, delivery.length());
      case LinearEvent.Malformed(String why) -> {
        return refuse(HttpStatus.BAD_REQUEST, why);
      }
    }
    return ResponseEntity.ok().build();
  }

  private static ResponseEntity<Void> refuse(HttpStatus status, String why) {
    LOG.info("Linear webhook refused: {}", why);
    return ResponseEntity.status(status).build();
  }
}
