/** A seeded room that may see no other. */
@ApplicationModule(allowedDependencies = {})
package tandem.archfixture.modules.alpha;

import org.springframework.modulith.ApplicationModule;
