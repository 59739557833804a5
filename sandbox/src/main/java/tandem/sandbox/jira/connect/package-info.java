/** Connect: apps installed by a signed handshake, who calls, iframes, webhooks. */
@NullMarked
package tandem.sandbox.jira.connect;

import org.jspecify.annotations.NullMarked;
