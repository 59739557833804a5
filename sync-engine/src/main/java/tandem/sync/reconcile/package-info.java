/**
 * Pure: how two sides become one. What each row means stands in {@code docs/reconcile.md}; the ids
 * are the same here, there and in the tests.
 */
@NullMarked
package tandem.sync.reconcile;

import org.jspecify.annotations.NullMarked;
