/** The Jira replica: REST v3 of Jira Cloud on one side, Tandem's own terms on the other. */
@NullMarked
package tandem.sync.jira;

import org.jspecify.annotations.NullMarked;
