package tandem.sandbox.jira.connect;

import java.net.URI;
import tandem.sandbox.jira.state.InstalledApp;

/**
 * The envelope of one webhook delivery.
 *
 * @param identifier the same on every attempt
 * @param trace the trace of the write that caused it, or ""
 */
record Letter(InstalledApp app, URI to, String identifier, String trace) {}
