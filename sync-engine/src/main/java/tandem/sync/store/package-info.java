/**
 * What Tandem knows about links and keeps between runs: observations, bases, intents, receipts,
 * conflicts. Plain JDBC on PostgreSQL; the schema is Flyway's.
 */
@NullMarked
package tandem.sync.store;

import org.jspecify.annotations.NullMarked;
