/**
 * What a project decides for all of its issues: definition of done, templates, service levels.
 * Pure.
 */
@NullMarked
package tandem.app.panel.settings;

import org.jspecify.annotations.NullMarked;
