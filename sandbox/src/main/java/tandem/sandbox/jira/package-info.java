/**
 * A Jira Cloud site on localhost: REST v3, Connect apps, webhooks, limits. With state, not canned
 * answers; what each behaviour rests on stands in docs/sandbox-jira.md.
 */
@NullMarked
package tandem.sandbox.jira;

import org.jspecify.annotations.NullMarked;
