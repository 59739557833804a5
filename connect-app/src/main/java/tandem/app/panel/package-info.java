/** The panels of the issue view: their pages and their API. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection"})
@NullMarked
package tandem.app.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
