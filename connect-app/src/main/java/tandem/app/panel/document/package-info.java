/**
 * What all documents of the panels have in common: read within bounds, written, told apart. Pure.
 */
@NullMarked
package tandem.app.panel.document;

import org.jspecify.annotations.NullMarked;
