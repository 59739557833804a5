/**
 * A decision as a Markdown document, both ways. Parsed by commonmark-java with source spans, so
 * that what nobody changed is written byte for byte as it was. Sees the model and nothing else.
 */
@NullMarked
package tandem.sync.document;

import org.jspecify.annotations.NullMarked;
