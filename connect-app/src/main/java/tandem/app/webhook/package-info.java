/** Both trackers' events in: verify, mark dirty, answer. Nothing else happens in the request. */
@NullMarked
package tandem.app.webhook;

import org.jspecify.annotations.NullMarked;
