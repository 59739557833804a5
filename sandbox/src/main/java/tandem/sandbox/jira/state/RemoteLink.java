package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A link from an issue to the web.
 *
 * @param globalId its name in the other system, "" when it has none
 * @param content {@code application}, {@code relationship} and {@code object} as they were sent
 */
public record RemoteLink(long id, String globalId, JsonNode content) {}
