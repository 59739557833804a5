/** What JQL and the project's page may ask of an issue, derived from its documents. Pure. */
@NullMarked
package tandem.app.panel.summary;

import org.jspecify.annotations.NullMarked;
