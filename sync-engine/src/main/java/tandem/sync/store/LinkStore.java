package tandem.sync.store;

/** Placeholder of the port; its operations land with the store. */
public interface LinkStore {}
