/** Webhooks out: who wants to hear of a change, what they are told, and how often it is tried. */
@NullMarked
package tandem.sandbox.linear.webhook;

import org.jspecify.annotations.NullMarked;
