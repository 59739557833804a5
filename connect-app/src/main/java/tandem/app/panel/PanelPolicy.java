package tandem.app.panel;

import java.net.URI;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;

/**
 * The Content Security Policy of a panel: scripts from us and from the Connect client's host only,
 * never inline; only this tenant's Jira may frame it.
 */
@Component
class PanelPolicy {
  private final ConnectClient client;

  PanelPolicy(ConnectClient client) {
    this.client = client;
  }

  String of(Installation installation) {
    String cdn = origin(client.allJs());
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' " + cdn,
        "style-src 'self' 'unsafe-inline' " + cdn,
        "font-src 'self' https://ds-cdn.prod-east.frontend.public.atl-paas.net",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors " + ancestors(installation));
  }

  private static String ancestors(Installation installation) {
    String site = origin(installation.site());
    return installation.displayUrl().map(url -> site + " " + origin(url)).orElse(site);
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }
}
