/** The panels of the issue view: their pages and their API. */
@NullMarked
package tandem.app.panel;

import org.jspecify.annotations.NullMarked;
