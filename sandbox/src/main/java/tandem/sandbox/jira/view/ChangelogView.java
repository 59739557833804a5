package tandem.sandbox.jira.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.field.Field;
import tandem.sandbox.jira.state.History;

/** Edits in an issue's changelog. */
public final class ChangelogView {
  private final PersonView people;

  public ChangelogView(PersonView people) {
    this.people = people;
  }

  public ObjectNode of(History history) {
    var json = Json.object().put("id", history.id());
    json.set("author", people.of(history.author()));
    json.put("created", Times.text(history.created()));
    json.set("items", items(history));
    return json;
  }

  /** As a webhook carries it. */
  public ObjectNode inWebhook(History history) {
    var json = Json.object().put("id", history.id());
    json.set("items", items(history));
    return json;
  }

  /** As {@code expand=changelog} carries it: newest first, at most 100 (*assumed*). */
  ObjectNode expanded(List<History> histories) {
    var json = Json.object();
    json.put("startAt", 0).put("maxResults", histories.size()).put("total", histories.size());
    var list = json.putArray("histories");
    for (int i = histories.size() - 1; i >= Math.max(0, histories.size() - 100); i--) {
      list.add(of(histories.get(i)));
    }
    return json;
  }

  private static ArrayNode items(History history) {
    var items = Json.array();
    for (var item : history.items()) {
      boolean custom = Field.find(item.field()).map(Field::custom).orElse(false);
      items
          .addObject()
          .put("field", name(item.field(), custom))
          .put("fieldtype", custom ? "custom" : "jira")
          .put("fieldId", item.field())
          .put("from", item.from().id())
          .put("fromString", item.from().text())
          .put("to", item.to().id())
          .put("toString", item.to().text());
    }
    return items;
  }

  private static String name(String field, boolean custom) {
    return custom ? Field.find(field).map(Field::name).orElse(field) : field;
  }
}
