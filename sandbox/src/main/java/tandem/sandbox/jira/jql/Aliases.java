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

  /** Where the value stands: a property of the issue, and a path into it. */
  record Place(String propertyKey, String objectName) {}

  Optional<Place> find(String alias) {
    return store.apps().stream().flatMap(app -> in(app, alias).stream()).findFirst();
  }

  private static Optional<Place> in(InstalledApp app, String alias) {
    for (JsonNode module : app.descriptor().at("/modules/jiraEntityProperties")) {
      for (JsonNode configuration : module.path("keyConfigurations")) {
        for (JsonNode extraction : configuration.path("extractions")) {
          if (extraction.path("alias").asText().equalsIgnoreCase(alias)) {
            var key = configuration.path("propertyKey").asText();
            return Optional.of(new Place(key, extraction.path("objectName").asText()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
