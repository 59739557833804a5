package tandem.sandbox.jira.jql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.SiteStore;

/**
 * The names that installed apps gave to values in their entity properties (descriptor module {@code
 * jiraEntityProperties}, extraction {@code alias}).
 */
final class Aliases {
  private final SiteStore store;

  Aliases(SiteStore store) {
    this.store = store;
  }

  /**
   * Where the value stands, a property of the issue and a path into it, and its type.
   *
   * @see <a href="https://developer.atlassian.com/cloud/jira/platform/modules/property-index">The
   *     types</a>
   */
  record Place(String propertyKey, String objectName, String type) {
    boolean isDate() {
      return type.equalsIgnoreCase("date");
    }
  }

  Optional<Place> find(String alias) {
    return store.apps().stream().flatMap(app -> in(app, alias).stream()).findFirst();
  }

  private static Optional<Place> in(InstalledApp app, String alias) {
    for (JsonNode module : app.descriptor().at("/modules/jiraEntityProperties")) {
      for (JsonNode configuration : module.path("keyConfigurations")) {
        for (JsonNode extraction : configuration.path("extractions")) {
          if (extraction.path("alias").asText().equalsIgnoreCase(alias)) {
            var key = configuration.path("propertyKey").asText();
            var name = extraction.path("objectName").asText();
            return Optional.of(new Place(key, name, extraction.path("type").asText()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
