/** How the site's things look in JSON: REST v3, and the older v2 shape inside webhooks. */
@NullMarked
package tandem.sandbox.jira.view;

import org.jspecify.annotations.NullMarked;
