package tandem.app.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.connection.LinearWebhooks.Known;
import tandem.sync.linear.LinearWorkspace;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure.AccessGone;

/**
 * Looks whether Linear switched our webhook off, and switches it on again. What it did not deliver
 * meanwhile is found by the sweep.
 *
 * <p>Only a grant with the scope {@code admin} may read webhooks, and a grant that acts as the
 * application cannot have it. With such a grant the webhook is known by its silence alone: where a
 * sweep finds changes in Linear that nothing had told of, and nothing was heard for a while, an
 * admin is asked to look.
 *
 * @see <a href="https://linear.app/developers/webhooks">Webhooks</a>
 */
@Component
public class WebhookWatch {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWatch.class);

  /** Two retries of Linear's come within it: a minute and an hour after the first attempt. */
  private static final Duration SILENCE = Duration.ofMinutes(15);

  private static final String ASK =
      "Changes made in Linear arrive by the sweep alone, late: Linear seems to have switched"
          + " Tandem's webhook off. A workspace admin has to switch it on again in Linear, under"
          + " Settings, API, Webhooks.";

  private final LinearWebhooks webhooks;
  private final Workspaces workspaces;
  private final InstantSource clock;

  WebhookWatch(LinearWebhooks webhooks, Workspaces workspaces, InstantSource clock) {
    this.webhooks = webhooks;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * Looks after the webhook of one connection. Blocks for a few remote calls. Nothing is done where
   * no webhook of the workspace was ever heard: then nobody knows which one is ours.
   *
   * @param missed how many changes in Linear sweeps have found in all that nothing had told of
   */
  public void look(InstallationId installation, String workspaceId, long missed) {
    webhooks
        .find(workspaceId)
        .ifPresent(known -> look(workspaces.of(installation), workspaceId, known, missed));
  }

  private void look(LinearWorkspace workspace, String id, Known known, long missed) {
    switch (workspace.webhooks()) {
      case Outcome.Done<List<LinearWorkspace.Webhook>>(var all) -> {
        boolean isOn =
            all.stream()
                .anyMatch(webhook -> webhook.id().equals(known.webhookId()) && webhook.enabled());
        webhooks.looked(id, missed, isOn || enable(workspace, known) ? null : ASK);
      }
      case Outcome.Failed<List<LinearWorkspace.Webhook>>(AccessGone gone) ->
          webhooks.looked(id, missed, bySilence(known, missed).orElse(null));
      case Outcome.Failed<List<LinearWorkspace.Webhook>> failed ->
          LOG.debug("Webhooks of workspace {} cannot be looked at: {}", id, failed.failure().why());
    }
  }

  private static boolean enable(LinearWorkspace workspace, Known known) {
    boolean done =
        workspace.enableWebhook(known.webhookId()) instanceof Outcome.Done<Boolean>(Boolean yes)
            && yes;
    LOG.warn(
        "Linear had switched webhook {} off; {}",
        known.webhookId(),
        done ? "it is on again" : "it could not be switched on");
    return done;
  }

  private Optional<String> bySilence(Known known, long missed) {
    Instant longAgo = clock.instant().minus(SILENCE);
    boolean silent = known.heardAt().isBefore(longAgo);
    boolean suspect = known.trouble().isPresent() || missed > known.missed();
    return silent && suspect ? Optional.of(ASK) : Optional.empty();
  }
}
