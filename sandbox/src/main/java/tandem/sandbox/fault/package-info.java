/** The nemesis: which requests and webhook deliveries go wrong, and how, drawn from a seed. */
@NullMarked
package tandem.sandbox.fault;

import org.jspecify.annotations.NullMarked;
