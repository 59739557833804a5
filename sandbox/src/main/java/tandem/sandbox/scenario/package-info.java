/**
 * What is in the sandbox when a newcomer opens it, and the steps that connect a running app to it.
 */
@NullMarked
package tandem.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
