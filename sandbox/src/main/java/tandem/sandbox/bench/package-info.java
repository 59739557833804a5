/**
 * Measures the app between two trackers on this machine: calls and points a change, latency,
 * intake, backfill, growth. Run by {@code ./tandem bench}.
 */
@NullMarked
package tandem.sandbox.bench;

import org.jspecify.annotations.NullMarked;
