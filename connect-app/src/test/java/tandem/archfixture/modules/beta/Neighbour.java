package tandem.archfixture.modules.beta;

/** What must not be seen. */
public record Neighbour() {}
