/** Early warnings: what in a project needs a talk now. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection", "project", "budget"})
@NullMarked
package tandem.app.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
