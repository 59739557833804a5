/** Install and uninstall by either door; who is calling; the installation and its secrets. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package tandem.app.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
