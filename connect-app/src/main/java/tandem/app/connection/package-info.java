/** The tenant's connection to Linear: OAuth, encrypted tokens, mappings. */
@NullMarked
package tandem.app.connection;

import org.jspecify.annotations.NullMarked;
