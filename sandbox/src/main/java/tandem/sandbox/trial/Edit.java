package tandem.sandbox.trial;

import java.time.Instant;
import java.util.SortedSet;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Tracker;

/**
 * A person's choice of a budget, or of a word in a decision.
 *
 * @param at just before it was made
 * @param before what the issue showed to this person
 * @param value what was chosen: one budget or none, or one word
 */
record Edit(
    Instant at, Pair pair, Tracker side, SortedSet<String> before, SortedSet<String> value) {}
