/**
 * The dirty set: which links may have to be reconciled, who works on them and until when. A set of
 * states, not a log of events.
 */
@NullMarked
package tandem.sync.queue;

import org.jspecify.annotations.NullMarked;
