/** How Linear says no. */
@NullMarked
package tandem.sandbox.linear.error;

import org.jspecify.annotations.NullMarked;
