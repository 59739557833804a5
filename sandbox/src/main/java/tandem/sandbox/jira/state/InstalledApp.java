package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.SortedMap;

/**
 * A Connect app on this site.
 *
 * @param descriptor as it was fetched at install
 * @param properties app properties ({@code /rest/atlassian-connect/1/addons/{key}/properties})
 */
public record InstalledApp(
    String key,
    Credentials credentials,
    JsonNode descriptor,
    SortedMap<String, JsonNode> properties) {
  /**
   * What app and site know each other by.
   *
   * @param clientKey the site's name for this app's installation
   * @param accountId the app's own user
   */
  public record Credentials(String clientKey, String sharedSecret, String accountId) {}

  /** Where the app answers, without a slash at its end. */
  public URI baseUrl() {
    return URI.create(descriptor.path("baseUrl").asText().replaceAll("/+$", ""));
  }

  public InstalledApp with(SortedMap<String, JsonNode> changed) {
    return new InstalledApp(key, credentials, descriptor, changed);
  }
}
