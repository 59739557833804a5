package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHost;

/**
 * A host that the framework was given together with its installation: both are of one row and one
 * moment, and who is calling needs no second look at it.
 */
final class TenantHost extends AtlassianHost {
  private final Installation installation;

  TenantHost(Installation installation) {
    this.installation = installation;
  }

  Installation installation() {
    return installation;
  }
}
