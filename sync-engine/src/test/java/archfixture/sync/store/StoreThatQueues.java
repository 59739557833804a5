package archfixture.sync.store;

import archfixture.sync.queue.QueueThatCallsOut;

/** Breaks a rule on purpose: the store knows the queue that stands on it. */
public final class StoreThatQueues {
  QueueThatCallsOut queue;
}
