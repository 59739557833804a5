/** What a Jira admin may see and steer, as an HTTP API. */
@NullMarked
package tandem.app.admin;

import org.jspecify.annotations.NullMarked;
