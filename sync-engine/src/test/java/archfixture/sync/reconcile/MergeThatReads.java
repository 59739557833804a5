package archfixture.sync.reconcile;

import archfixture.sync.replica.ReplicaThatKnowsTheStore;

/** Breaks a rule on purpose: the merge reaches for a replica. */
public final class MergeThatReads {
  ReplicaThatKnowsTheStore replica;
}
