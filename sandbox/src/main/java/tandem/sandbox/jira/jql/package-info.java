/**
 * The part of JQL that the site understands: fields, AND, OR, NOT, lists, emptiness, entity
 * properties, dates, ORDER BY. What it does not understand it refuses, as Jira does with 400.
 */
@NullMarked
package tandem.sandbox.jira.jql;

import org.jspecify.annotations.NullMarked;
