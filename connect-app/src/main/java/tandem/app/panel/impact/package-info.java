/** What an issue is worth: problem, metric, rating, service level, feasibility, roles. Pure. */
@NullMarked
package tandem.app.panel.impact;

import org.jspecify.annotations.NullMarked;
