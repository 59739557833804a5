package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tandem.sandbox.jira.state.InstalledApp;

/** Reads an app's descriptor, {@code atlassian-connect.json}. */
final class Descriptors {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z0-9._]+)}");

  private Descriptors() {}

  /** What the site needs of it; schemas judge the rest elsewhere. */
  static void check(JsonNode descriptor) {
    require(descriptor.path("key").asText().matches("[a-zA-Z0-9._-]{1,64}"), "'key'");
    require(descriptor.path("baseUrl").asText().startsWith("http"), "'baseUrl'");
    require(descriptor.at("/authentication/type").asText().equals("jwt"), "'authentication' jwt");
    require(
        descriptor.at("/lifecycle/installed").asText().startsWith("/"), "'lifecycle.installed'");
    require(
        descriptor.at("/apiMigrations/signed-install").asBoolean(),
        "'apiMigrations.signed-install'");
  }

  private static void require(boolean there, String what) {
    if (!there) {
      throw new InstallFailed("The descriptor lacks a right " + what + ".");
    }
  }

  /**
   * A module of a descriptor.
   *
   * @param json the module itself
   */
  record Module(InstalledApp app, String type, JsonNode json) {
    String key() {
      return json.path("key").asText(type);
    }

    String title() {
      return json.at("/name/value").asText(key());
    }

    /** Whether people may configure it where it stands, as a dashboard item. */
    boolean configurable() {
      return json.path("configurable").asBoolean();
    }

    /** Its URL as the descriptor writes it, relative or absolute, with {@code {variables}}. */
    String url() {
      return json.path("url").asText(json.at("/target/url").asText());
    }

    /** Its URL with the app's base URL before it and the variables filled. */
    URI address(Map<String, String> variables) {
      return app.baseUrl().resolve(joined(filled(url(), variables)));
    }

    private String joined(String url) {
      return url.startsWith("/") ? app.baseUrl() + url : url;
    }
  }

  /** Modules of these types, in the order of the types. A single module counts as a list of one. */
  static List<Module> modules(InstalledApp app, List<String> types) {
    var found = new ArrayList<Module>();
    for (String type : types) {
      var modules = app.descriptor().path("modules").path(type);
      if (modules.isArray()) {
        modules.forEach(module -> found.add(new Module(app, type, module)));
      } else if (modules.isObject()) {
        found.add(new Module(app, type, modules));
      }
    }
    return found;
  }

  /** Fills {@code {issue.key}} and the like; what is unknown becomes empty, as in Jira. */
  static String filled(String template, Map<String, String> variables) {
    return VARIABLE
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(variables.getOrDefault(m.group(1), "")));
  }
}
