/** The decision log of a project: all decisions of its issues, their export and their import. */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection", "project"})
@NullMarked
package tandem.app.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
