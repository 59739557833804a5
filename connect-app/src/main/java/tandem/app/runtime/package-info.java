/**
 * The only place with beans, properties, clocks, schedulers and metrics; the application's start
 * and stop.
 */
@NullMarked
package tandem.app.runtime;

import org.jspecify.annotations.NullMarked;
