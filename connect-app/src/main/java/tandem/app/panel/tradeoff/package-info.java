/** What is traded on an issue: what skipping it costs, options, risks. Pure. */
@NullMarked
package tandem.app.panel.tradeoff;

import org.jspecify.annotations.NullMarked;
