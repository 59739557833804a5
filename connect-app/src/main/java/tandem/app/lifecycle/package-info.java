/** Install and uninstall by either door; who is calling; the installation and its secrets. */
@NullMarked
package tandem.app.lifecycle;

import org.jspecify.annotations.NullMarked;
