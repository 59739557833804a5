/** When an issue is done: story, criteria, who agreed. Pure. */
@NullMarked
package tandem.app.panel.acceptance;

import org.jspecify.annotations.NullMarked;
