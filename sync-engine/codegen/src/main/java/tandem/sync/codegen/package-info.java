/** Build-time only: turns Linear's schema and our operations into Java. */
@NullMarked
package tandem.sync.codegen;

import org.jspecify.annotations.NullMarked;
