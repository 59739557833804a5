/** Both trackers' events in: verify, mark dirty, answer. Nothing else happens in the request. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection"})
@NullMarked
package tandem.app.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
