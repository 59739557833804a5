package tandem.sync;

/** Stands for code of the sync engine, which is not on the sandbox's class path. */
public final class Shared {}
