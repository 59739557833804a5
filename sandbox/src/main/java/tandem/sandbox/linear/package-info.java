/**
 * A Linear workspace on localhost: the whole GraphQL schema, OAuth, signed webhooks, limits. Each
 * behaviour cites Linear's documentation or says that it is assumed; docs/sandbox-linear.md lists
 * them.
 */
@NullMarked
package tandem.sandbox.linear;

import org.jspecify.annotations.NullMarked;
