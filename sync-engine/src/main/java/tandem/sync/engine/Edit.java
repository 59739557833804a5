package tandem.sync.engine;

import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.replica.Change;
import tandem.sync.store.Intent;

/** A change for one issue, with the intent that was written down for it. */
record Edit(Side side, IssueId issue, Change change, Intent intent) {}
