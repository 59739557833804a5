package tandem.app.lifecycle;

import java.net.URI;
import java.util.Optional;
import tandem.sync.model.InstallationId;

/**
 * One Jira site that installed the app: the tenant.
 *
 * @param site its base URL, without a trailing slash
 * @param displayUrl the custom domain that people see, where the site has one
 * @param installed false after an uninstall: nothing may be done for it any more
 */
public record Installation(
    InstallationId id, URI site, Optional<URI> displayUrl, boolean installed) {}
