/**
 * The loop: claim a dirty link, observe what is stale, reconcile, write down intents, apply, keep
 * receipts. Left is Jira and right is Linear; nothing here knows that.
 */
@NullMarked
package tandem.sync.engine;

import org.jspecify.annotations.NullMarked;
