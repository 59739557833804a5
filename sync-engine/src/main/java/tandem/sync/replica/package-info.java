/** The port to one side: read it, apply changes to it, list what changed; failures are values. */
@NullMarked
package tandem.sync.replica;

import org.jspecify.annotations.NullMarked;
