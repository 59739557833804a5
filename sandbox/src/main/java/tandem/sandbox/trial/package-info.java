/**
 * Fault runs: the app between two trackers that misbehave, people who edit on both sides meanwhile,
 * and a judge who afterwards accounts for every edit. Run by {@code ./tandem scenario faults}.
 */
@NullMarked
package tandem.sandbox.trial;

import org.jspecify.annotations.NullMarked;
