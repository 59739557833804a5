/** What a Jira admin may see and steer, as an HTTP API. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection"})
@NullMarked
package tandem.app.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
