/**
 * What fault runs and measurements stand on: both trackers in this process, pairs of issues, people
 * who edit them, and the app as an operator runs it, as processes of its own.
 */
@NullMarked
package tandem.sandbox.stage;

import org.jspecify.annotations.NullMarked;
