/** The Linear replica: Linear's GraphQL API on one side, Tandem's own terms on the other. */
@NullMarked
package tandem.sync.linear;

import org.jspecify.annotations.NullMarked;
