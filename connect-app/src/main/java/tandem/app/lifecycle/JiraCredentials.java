package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHost;
import com.atlassian.connect.spring.internal.request.jwt.JwtGenerator;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tandem.sync.jira.JiraAuthorization;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * Signs our calls to a tenant's Jira with that tenant's secret. A call to any other address, or for
 * a tenant that uninstalled the app, gets no signature and is therefore not sent.
 */
@Component
public class JiraCredentials {
  private final ConnectHosts hosts;
  private final JwtGenerator tokens;

  JiraCredentials(ConnectHosts hosts, JwtGenerator tokens) {
    this.hosts = hosts;
    this.tokens = tokens;
  }

  /** The tenant's authorization; it notices an uninstall and a new secret at the next call. */
  public JiraAuthorization of(InstallationId installation) {
    return (method, uri) -> sign(hosts.find(installation), method, uri);
  }

  private Outcome<String> sign(Optional<AtlassianHost> host, String method, URI uri) {
    if (host.filter(AtlassianHost::isAddonInstalled).isEmpty()) {
      return gone("Tandem is not installed on this Jira site any more.");
    }
    if (!isBelow(URI.create(host.get().getBaseUrl()), uri)) {
      return new Outcome.Failed<>(
          new RemoteFailure.Rejected("The address is not one of this Jira site: not called."));
    }
    return new Outcome.Done<>(
        "JWT " + tokens.createJwtToken(HttpMethod.valueOf(method), uri, host.get()));
  }

  private static boolean isBelow(URI site, URI uri) {
    return site.getScheme().equals(uri.getScheme())
        && site.getAuthority().equals(uri.getAuthority())
        && uri.getPath().startsWith("/");
  }

  private static Outcome<String> gone(String why) {
    return new Outcome.Failed<>(new RemoteFailure.AccessGone(why));
  }
}
