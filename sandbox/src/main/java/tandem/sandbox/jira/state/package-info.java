/** What the site holds: people, projects, issues, installed apps; and the operations on it. */
@NullMarked
package tandem.sandbox.jira.state;

import org.jspecify.annotations.NullMarked;
