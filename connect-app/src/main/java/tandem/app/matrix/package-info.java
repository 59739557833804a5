/** The impact/effort matrix of a project's issues, and rating them there. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection", "project"})
@NullMarked
package tandem.app.matrix;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
