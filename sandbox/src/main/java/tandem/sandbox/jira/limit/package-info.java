/** Jira's three rate limits: points an hour, bursts per endpoint, writes per issue. */
@NullMarked
package tandem.sandbox.jira.limit;

import org.jspecify.annotations.NullMarked;
