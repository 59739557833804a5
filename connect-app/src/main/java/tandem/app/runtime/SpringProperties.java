package tandem.app.runtime;

import java.util.HashMap;
import java.util.Map;

/** Translates our settings into the properties of Spring Boot and of the Connect framework. */
final class SpringProperties {
  private SpringProperties() {}

  static Map<String, Object> of(Settings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.port());
    properties.put("tandem.base-url", settings.baseUrl().toString());
    properties.put(
        "atlassian.connect.public-key-base-url", settings.jira().installKeys().toString());
    properties.put("atlassian.connect.all-js-url", settings.jira().allJs().toString());
    return properties;
  }
}
