/** The fields of an issue: what the site's one scheme has, how each is read, stored and shown. */
@NullMarked
package tandem.sandbox.jira.field;

import org.jspecify.annotations.NullMarked;
