/** Linear's whole GraphQL schema over the workspace, with a loud error where it is not built. */
@NullMarked
package tandem.sandbox.linear.graphql;

import org.jspecify.annotations.NullMarked;
