/** What can be done to the site: every change of an issue, its rules, and the news of it. */
@NullMarked
package tandem.sandbox.jira.desk;

import org.jspecify.annotations.NullMarked;
