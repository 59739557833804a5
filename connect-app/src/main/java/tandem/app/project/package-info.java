/**
 * A Jira project as its page sees it: who may ask, the index of its issues with the numbers that
 * the panels left on them, and what Jira is asked for that.
 */
@ApplicationModule(allowedDependencies = {"lifecycle", "connection"})
@NullMarked
package tandem.app.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
