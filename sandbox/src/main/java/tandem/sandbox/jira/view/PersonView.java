package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteStore;

/** A user. */
public final class PersonView {
  private final SiteStore store;
  private final Address address;

  public PersonView(SiteStore store, Address address) {
    this.store = store;
    this.address = address;
  }

  /** Null for an account that does not exist (any more). */
  public JsonNode of(String accountId) {
    return store.person(accountId).<JsonNode>map(this::of).orElse(NullNode.getInstance());
  }

  public ObjectNode of(Person person) {
    var id = URLEncoder.encode(person.accountId(), StandardCharsets.UTF_8);
    var json =
        Json.object()
            .put("self", address.rest("user?accountId=" + id))
            .put("accountId", person.accountId())
            .put("accountType", person.app() ? "app" : "atlassian")
            .put("displayName", person.displayName())
            .put("active", true)
            .put("timeZone", "UTC");
    if (!person.app()) {
      json.put("emailAddress", person.email());
    }
    json.set("avatarUrls", pictures("person/" + id));
    return json;
  }

  /** The same picture at every size. */
  ObjectNode pictures(String name) {
    var urls = Json.object();
    for (String size : new String[] {"48x48", "24x24", "16x16", "32x32"}) {
      urls.put(size, address.picture(name));
    }
    return urls;
  }
}
