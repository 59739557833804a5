package tandem.sandbox.linear.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an application asks for at {@code /oauth/authorize}, as sent. The names are those of
 * linear.app/developers/oauth-2-0-authentication; scopes are separated by commas (blanks work too).
 */
public record AuthorizeRequest(Map<String, String> parameters) {
  private static final List<String> NAMES =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "actor",
          "prompt",
          "code_challenge",
          "code_challenge_method");

  public AuthorizeRequest {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = parameters.get(name);
      if (value != null) {
        known.put(name, value);
      }
    }
    parameters = Map.copyOf(known);
  }

  String clientId() {
    return parameters.getOrDefault("client_id", "");
  }

  String redirectUri() {
    return parameters.getOrDefault("redirect_uri", "");
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** {@code read} is always among them. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(Set.of("read"));
    for (String scope : parameters.getOrDefault("scope", "").split("[, +]+", -1)) {
      if (!scope.isBlank()) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /** The OAuth error that this request deserves, if any. */
  Optional<String> fault() {
    if (!"code".equals(parameters.get("response_type"))) {
      return Optional.of("unsupported_response_type");
    }
    if (!Caller.ALL_SCOPES.containsAll(scopes())) {
      return Optional.of("invalid_scope");
    }
    boolean actor = Set.of("user", "app").contains(parameters.getOrDefault("actor", "user"));
    boolean method =
        Set.of("plain", "S256").contains(parameters.getOrDefault("code_challenge_method", "plain"));
    return actor && method ? Optional.empty() : Optional.of("invalid_request");
  }
}
