package tandem.sync.queue;

import java.time.Instant;

/** A tenant, or everything, is not worked on before {@code until}; {@code why} is for people. */
public record Stop(Instant until, String why) {}
