package tandem.app.budget;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A stretch of time that is reported on.
 *
 * @param name a week's as ISO 8601 has it, {@code 2026-W47}, or the sprint's
 * @param to not in it any more, for a week; a sprint's end
 * @param current under way, so that its numbers will grow
 * @param sprint the sprint's id; absent for a week
 */
record Period(String name, Instant from, Instant to, boolean current, OptionalLong sprint) {}
