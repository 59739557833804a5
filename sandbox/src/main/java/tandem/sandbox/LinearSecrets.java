package tandem.sandbox;

import java.util.Map;

/**
 * What the sandbox's Linear shares with the app: the OAuth client secret and the secret that
 * webhooks are signed with.
 */
public record LinearSecrets(String client, String webhook) {
  /** As the app takes them from its environment; well-known ones where they are not set. */
  public static LinearSecrets from(Map<String, String> environment) {
    return new LinearSecrets(
        environment.getOrDefault("TANDEM_LINEAR_CLIENT_SECRET", "sandbox-client-secret"),
        environment.getOrDefault("TANDEM_LINEAR_WEBHOOK_SECRET", "sandbox-webhook-secret"));
  }

  @Override
  public String toString() {
    return "LinearSecrets[…]";
  }
}
