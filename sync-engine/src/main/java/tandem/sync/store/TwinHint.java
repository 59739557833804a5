package tandem.sync.store;

import tandem.sync.model.IssueId;

/**
 * A right issue that says that its twin is the left issue of this key. Kept while a backfill runs.
 *
 * @param linked the two were linked by this pass; the right one was not observed since
 */
public record TwinHint(String leftKey, IssueId right, String rightKey, boolean linked) {}
