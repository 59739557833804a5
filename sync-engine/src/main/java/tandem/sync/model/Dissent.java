package tandem.sync.model;

/** Somebody who did not agree with a decision, and why. */
public record Dissent(String who, String because) {}
