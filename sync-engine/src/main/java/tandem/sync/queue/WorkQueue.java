package tandem.sync.queue;

/** Placeholder of the port; its operations land with the queue. */
public interface WorkQueue {}
