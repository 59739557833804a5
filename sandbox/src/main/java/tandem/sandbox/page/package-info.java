/** The sandbox's pages for people, and what they need beyond the imitated services' own APIs. */
@NullMarked
package tandem.sandbox.page;

import org.jspecify.annotations.NullMarked;
