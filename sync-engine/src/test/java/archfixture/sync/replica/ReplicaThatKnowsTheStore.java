package archfixture.sync.replica;

import archfixture.sync.store.StoreThatQueues;

/** Breaks a rule on purpose: the port knows how links are kept. */
public final class ReplicaThatKnowsTheStore {
  StoreThatQueues store;
}
