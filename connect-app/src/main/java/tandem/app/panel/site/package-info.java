/** What the panels ask of a Jira site and write to it, with what is kept of the answers. */
@NullMarked
package tandem.app.panel.site;

import org.jspecify.annotations.NullMarked;
