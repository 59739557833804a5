/** A decision as a panel shows and edits it, over the document that both trackers hold. Pure. */
@NullMarked
package tandem.app.panel.decision;

import org.jspecify.annotations.NullMarked;
