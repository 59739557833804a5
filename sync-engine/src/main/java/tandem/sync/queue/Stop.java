package tandem.sync.queue;

import java.time.Instant;

/**
 * A tenant is not worked on, or a tracker not called, before {@code until}; {@code why} is for
 * people.
 */
public record Stop(Instant until, String why) {}
