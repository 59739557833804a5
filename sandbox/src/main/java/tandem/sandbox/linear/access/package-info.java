/** Who is calling: people, API keys, OAuth applications; what they may do and how often. */
@NullMarked
package tandem.sandbox.linear.access;

import org.jspecify.annotations.NullMarked;
