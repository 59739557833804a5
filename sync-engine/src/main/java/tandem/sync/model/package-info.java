/**
 * What an issue is to us: ids, budgets, snapshots, decisions. Values only; no clock, no I/O, no
 * logging.
 */
@NullMarked
package tandem.sync.model;

import org.jspecify.annotations.NullMarked;
