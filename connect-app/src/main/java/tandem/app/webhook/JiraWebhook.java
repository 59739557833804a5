package tandem.app.webhook;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.sync.jira.JiraEvent;
import tandem.sync.jira.JiraReplica;

/**
 * Jira's events. The Connect token with the query hash of this request is checked before; here the
 * event is kept and answered, nothing else. Only 200 and 204 count as delivered with Jira.
 *
 * @see <a href="https://developer.atlassian.com/cloud/jira/platform/webhooks/">Webhooks</a>
 */
@RestController
class JiraWebhook {
  private static final Logger LOG = LoggerFactory.getLogger(JiraWebhook.class);

  private final JiraNews news;

  JiraWebhook(JiraNews news) {
    this.news = news;
  }

  @PostMapping("/webhooks/jira")
  ResponseEntity<Void> receive(
      Caller caller,
      @RequestHeader(name = "X-Atlassian-Webhook-Trace", defaultValue = "") String trace,
      @RequestBody byte[] body) {
    long tenant = caller.installation().id().value();
    switch (JiraEvent.parse(body)) {
      case JiraEvent.IssueSeen seen -> news.seen(caller.installation(), seen);
      case JiraEvent.DecisionSeen decision -> {
        news.decision(caller.installation(), decision, isEcho(trace));
        news.property(caller.installation(), decision, trace);
      }
      case JiraEvent.DecisionGone gone -> {
        unlessEcho(trace, () -> news.gone(caller.installation(), gone));
        news.property(caller.installation(), gone, trace);
      }
      case JiraEvent.PropertyTouched touched ->
          news.property(caller.installation(), touched, trace);
      case JiraEvent.IssueTouched touched ->
          unlessEcho(trace, () -> news.touched(caller.installation(), touched));
      case JiraEvent.Ignored(String event) ->
          LOG.debug("Jira event {} of installation {} ignored", event, tenant);
      case JiraEvent.Malformed(String why) -> {
        LOG.info("Jira webhook of installation {} refused: {}", tenant, why);
        return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
      }
    }
    return ResponseEntity.ok().build();
  }

  /**
   * Of our own write its answer tells, or the read after it; the event may come before that, and
   * would make the issue be read for nothing. An event with all that the issue holds costs no read
   * and is kept whosever it is.
   */
  private static void unlessEcho(String trace, Runnable news) {
    if (!isEcho(trace)) {
      news.run();
    }
  }

  private static boolean isEcho(String trace) {
    return trace.equals(JiraReplica.WEBHOOK_TRACE);
  }
}
