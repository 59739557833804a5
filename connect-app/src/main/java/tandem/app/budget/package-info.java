/**
 * The tech-debt budget of a project: the ledger of what was closed on which budget, and the report
 * on it.
 */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection", "project"})
@NullMarked
package tandem.app.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
