/** What a Linear workspace holds: rows, their relations, and the transactions that change them. */
@NullMarked
package tandem.sandbox.linear.state;

import org.jspecify.annotations.NullMarked;
