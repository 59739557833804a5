/** One exchange with a tracker over HTTP: bounded, patient for moments, never throwing. */
@NullMarked
package tandem.sync.http;

import org.jspecify.annotations.NullMarked;
