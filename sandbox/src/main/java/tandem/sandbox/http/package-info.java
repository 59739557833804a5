/**
 * A small HTTP server for stand-ins: routes that return a {@link tandem.sandbox.http.Reply}, JSON
 * in and out, calls counted, faults applied. The only package that knows the server library.
 */
@NullMarked
package tandem.sandbox.http;

import org.jspecify.annotations.NullMarked;
