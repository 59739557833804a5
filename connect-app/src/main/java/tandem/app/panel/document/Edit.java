package tandem.app.panel.document;

import java.time.Instant;

/**
 * Who saves, when, and whether work on the issue has begun by then.
 *
 * @param by the person's account id
 * @param at by Tandem's clock
 */
public record Edit(String by, Instant at, boolean started) {}
