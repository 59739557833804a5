/** The tenant's connection to Linear: OAuth, encrypted tokens, mappings. */
@ApplicationModule(allowedDependencies = {"lifecycle"})
@NullMarked
package tandem.app.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
