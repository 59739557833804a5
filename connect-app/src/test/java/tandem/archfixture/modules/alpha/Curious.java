package tandem.archfixture.modules.alpha;

import tandem.archfixture.modules.beta.Neighbour;

/** Looks into another room, on purpose. */
public record Curious(Neighbour neighbour) {}
